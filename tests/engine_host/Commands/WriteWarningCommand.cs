using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Write-Warning.</summary>
[Cmdlet(VerbsCommunications.Write, "Warning")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class WriteWarningCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteWarning(Message);
}
