using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

/// <summary>Runs one test file inside the session and gives its results.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "TestFile")]
public sealed class InvokeTestFileCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    protected override void EndProcessing() => WriteObject(TestFile.Run(Path, SessionState), enumerateCollection: true);
}
