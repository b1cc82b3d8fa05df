using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Write-Error.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NoException", ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "WithException")]
    [AllowEmptyString]
    public string? Message { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "WithException")]
    public Exception? Exception { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ErrorRecord")]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    [Parameter]
    public string ErrorId { get; set; } = "";

    [Parameter]
    public object? TargetObject { get; set; }

    protected override void ProcessRecord()
    {
        if (ErrorRecord is not null)
        {
            WriteError(ErrorRecord);
            return;
        }

        Exception reason = Exception ?? new WriteErrorException(Message ?? "");
        string id = ErrorId.Length > 0 ? ErrorId : reason.GetType().FullName!;
        ErrorRecord record = new(reason, id, Category, TargetObject);
        if (Exception is not null && Message is not null)
        {
            record.ErrorDetails = new ErrorDetails(Message);
        }

        WriteError(record);
    }
}
