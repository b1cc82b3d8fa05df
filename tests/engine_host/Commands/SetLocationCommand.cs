using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Set-Location.</summary>
[Cmdlet(VerbsCommon.Set, "Location")]
[FromModule(FromModuleAttribute.Management)]
public sealed class SetLocationCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    protected override void ProcessRecord() => SessionState.Path.SetLocation(WildcardPattern.Escape(Path));
}
