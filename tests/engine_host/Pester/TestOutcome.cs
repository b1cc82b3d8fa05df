namespace EngineHost.Pester;

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}
