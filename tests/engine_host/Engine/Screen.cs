using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;

namespace EngineHost.Engine;

/// <summary>Keeps what is written, without colour, and refuses every question.</summary>
internal sealed class Screen(int width) : PSHostUserInterface
{
    private readonly StringBuilder text = new();

    public override PSHostRawUserInterface RawUI { get; } = new RawScreen(width);

    public override bool SupportsVirtualTerminal => false;

    /// <summary>Gives what was written since the last call.</summary>
    public string Take()
    {
        lock (text)
        {
            string taken = text.ToString();
            text.Clear();
            return taken;
        }
    }

    // The engine takes this one, as it does under pwsh -NonInteractive, for "nobody can answer" and reports what was missing.
    public static PSInvalidOperationException NotInteractive() => new("The engine host cannot ask questions");

    public override void Write(string value) => Append(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Append(value);

    public override void WriteLine(string value) => Append(value + "\n");

    public override void WriteErrorLine(string value) => Append(value + "\n");

    public override void WriteDebugLine(string message) => Append("DEBUG: " + message + "\n");

    public override void WriteVerboseLine(string message) => Append("VERBOSE: " + message + "\n");

    public override void WriteWarningLine(string message) => Append("WARNING: " + message + "\n");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw NotInteractive();

    public override SecureString ReadLineAsSecureString() => throw NotInteractive();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw NotInteractive();

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NotInteractive();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw NotInteractive();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw NotInteractive();

    private void Append(string value)
    {
        lock (text)
        {
            text.Append(GetOutputString(value, supportsVirtualTerminal: false).ReplaceLineEndings("\n"));
        }
    }
}
