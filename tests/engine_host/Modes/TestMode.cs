using System.Management.Automation;
using EngineHost.Engine;
using EngineHost.Pester;

namespace EngineHost.Modes;

/// <summary><c>host test</c>: runs Pester files and prints one line a file and a failed test.</summary>
internal sealed class TestMode(EngineSession engine, TextWriter output)
{
    private const string Pattern = "*.Tests.ps1";

    private readonly Dictionary<TestOutcome, int> counts = Enum.GetValues<TestOutcome>().ToDictionary(each => each, _ => 0);

    /// <summary>Runs files, and all test files in folders.</summary>
    /// <returns>The exit code: 0 when a test ran and none failed.</returns>
    public int Run(IEnumerable<string> paths)
    {
        foreach (string path in paths.SelectMany(Expand))
        {
            RunFile(path);
        }

        output.WriteLine(
            $"{counts[TestOutcome.Passed]} passed, {counts[TestOutcome.Failed]} failed, {counts[TestOutcome.Skipped]} skipped");
        return counts[TestOutcome.Failed] == 0 && counts[TestOutcome.Passed] > 0 ? 0 : 1;
    }

    private static IEnumerable<string> Expand(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, Pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        }

        return File.Exists(path) ? [path] : throw new UsageException($"no such file or folder: {path}");
    }

    private void RunFile(string file)
    {
        List<TestResult> results = Invoke(Path.GetFullPath(file));
        // Reports read the same on every system.
        string path = file.Replace(Path.DirectorySeparatorChar, '/');
        foreach (TestResult failed in results.Where(result => result.Outcome == TestOutcome.Failed))
        {
            output.WriteLine($"FAIL {path}:{failed.Line} {failed.Path}");
            output.WriteLine("     " + (failed.Message ?? "").ReplaceLineEndings("\n     "));
        }

        Dictionary<TestOutcome, int> here = results.CountBy(result => result.Outcome).ToDictionary();
        foreach ((TestOutcome outcome, int count) in here)
        {
            counts[outcome] += count;
        }

        string summary = string.Join(", ", here.OrderBy(entry => entry.Key)
            .Select(entry => $"{entry.Value} {entry.Key.ToString().ToLowerInvariant()}"));
        output.WriteLine($"{path}: {(summary.Length > 0 ? summary : "no tests")}");
    }

    private List<TestResult> Invoke(string path)
    {
        using PowerShell shell = PowerShell.Create(engine.Runspace);
        shell.AddCommand("Invoke-TestFile").AddArgument(path);
        List<TestResult> results = [.. shell.Invoke<TestResult>()];
        engine.Host.Screen.Take();
        return results;
    }
}
