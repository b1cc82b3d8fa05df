using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Get-Location.</summary>
[Cmdlet(VerbsCommon.Get, "Location")]
[FromModule(FromModuleAttribute.Management)]
public sealed class GetLocationCommand : PSCmdlet
{
    protected override void EndProcessing() => WriteObject(SessionState.Path.CurrentLocation);
}
