using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Pop-Location.</summary>
[Cmdlet(VerbsCommon.Pop, "Location")]
[FromModule(FromModuleAttribute.Management)]
public sealed class PopLocationCommand : PSCmdlet
{
    protected override void EndProcessing() => SessionState.Path.PopLocation("");
}
