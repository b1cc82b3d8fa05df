using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Push-Location.</summary>
[Cmdlet(VerbsCommon.Push, "Location")]
[FromModule(FromModuleAttribute.Management)]
public sealed class PushLocationCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    public string? Path { get; set; }

    protected override void EndProcessing()
    {
        SessionState.Path.PushCurrentLocation("");
        if (Path is not null)
        {
            SessionState.Path.SetLocation(WildcardPattern.Escape(Path));
        }
    }
}
