using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Measure-Object that counts, and does nothing else.</summary>
[Cmdlet("Measure", "Object")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private int count;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord() => count += InputObject is null ? 0 : 1;

    protected override void EndProcessing() => WriteObject(new GenericMeasureInfo(count));
}
