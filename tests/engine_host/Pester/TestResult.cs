namespace EngineHost.Pester;

/// <summary>What is reported of a test, or of a block or file that could not be set up or cleared away.</summary>
/// <param name="Path">Names of the blocks and the test, joined by dots.</param>
/// <param name="Line">Where it failed, else where it stands.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was left out, or null.</param>
internal sealed record TestResult(string Path, int Line, TestOutcome Outcome, string? Message = null);
