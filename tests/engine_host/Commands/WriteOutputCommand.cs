using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Write-Output.</summary>
[Cmdlet(VerbsCommunications.Write, "Output")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class WriteOutputCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject, enumerateCollection: !NoEnumerate);
}
