using System.Globalization;
using System.Management.Automation.Host;

namespace EngineHost.Engine;

/// <summary>A host without a console: every line that a shell would draw is kept as text.</summary>
internal sealed class ScreenHost(int width) : PSHost
{
    public Screen Screen { get; } = new(width);

    /// <summary>What <c>exit</c> asked for, or null.</summary>
    public int? ExitCode { get; private set; }

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "EngineHost";

    public override Version Version { get; } = new(1, 0);

    public override PSHostUserInterface UI => Screen;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw Screen.NotInteractive();

    public override void ExitNestedPrompt() => throw Screen.NotInteractive();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
