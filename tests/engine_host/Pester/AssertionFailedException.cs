namespace EngineHost.Pester;

/// <summary>An assertion that does not hold.</summary>
/// <param name="message">What was expected and what was there.</param>
internal sealed class AssertionFailedException(string message) : Exception(message);
