using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Write-Debug.</summary>
[Cmdlet(VerbsCommunications.Write, "Debug")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class WriteDebugCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteDebug(Message);
}
