using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Modes;

/// <summary><c>host complete</c>: prints what the Tab key offers at the end of a line.</summary>
internal sealed class CompleteMode(EngineSession engine, TextWriter output)
{
    /// <returns>The exit code: 0 when there is something to offer.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count is not (1 or 2))
        {
            throw new UsageException("complete takes a line and at most one text to run before it");
        }

        string line = arguments[0];
        foreach (string script in arguments.Skip(1))
        {
            output.Write(engine.Show(script, out _));
        }

        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        CommandCompletion offered = CommandCompletion.CompleteInput(line, line.Length, null, shell);
        foreach (CompletionResult match in offered.CompletionMatches)
        {
            output.WriteLine($"{match.ResultType}\t{match.CompletionText}\t{match.ListItemText}\t{match.ToolTip}");
        }

        return offered.CompletionMatches.Count > 0 ? 0 : 1;
    }
}
