using EngineHost.Engine;

namespace EngineHost.Modes;

/// <summary><c>host run</c>: runs a script or a text and prints what a shell would show.</summary>
internal sealed class RunMode(EngineSession engine, TextWriter output)
{
    /// <returns>What <c>exit</c> asked for, else 1 when an error ended the run.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        string script = arguments switch
        {
            ["-c", string code] => code,
            [string file] => $"& {Quoted(Path.GetFullPath(file))}",
            _ => throw new UsageException("run takes a script, or -c and a text"),
        };
        output.Write(engine.Show(script, out bool succeeded));
        return engine.Host.ExitCode ?? (succeeded ? 0 : 1);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
