using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

/// <summary>Runs at once in the scope where it stands.</summary>
[Cmdlet(Verb, "BeforeDiscovery")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class BeforeDiscoveryKeyword : Keyword
{
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    protected override void EndProcessing()
    {
        _ = Block;
        File.Scopes.Dot(ScriptBlock);
    }
}
