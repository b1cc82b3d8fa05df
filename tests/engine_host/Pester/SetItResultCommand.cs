using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

/// <summary>Ends the running test as left out.</summary>
[Cmdlet(VerbsCommon.Set, "ItResult")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class SetItResultCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ParameterSetName = "Skipped")]
    public SwitchParameter Skipped { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Inconclusive")]
    public SwitchParameter Inconclusive { get; set; }

    [Parameter]
    public string Because { get; set; } = "";

    protected override void EndProcessing() => throw new ItResultException(Because);
}
