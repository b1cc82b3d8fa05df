namespace EngineHost;

/// <summary>A command line that the host does not understand.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class UsageException(string message) : Exception(message);
