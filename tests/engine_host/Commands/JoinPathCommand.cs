using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Join-Path, with the two parameters that every edition has.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
[FromModule(FromModuleAttribute.Management)]
public sealed class JoinPathCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public string ChildPath { get; set; } = "";

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            WriteObject(SessionState.Path.Combine(path, ChildPath));
        }
    }
}
