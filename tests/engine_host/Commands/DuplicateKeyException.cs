namespace EngineHost.Commands;

/// <summary>A JSON object that cannot become one of PowerShell's, with the id of the error that says so.</summary>
/// <param name="errorId">The real cmdlet's error id.</param>
/// <param name="message">What is wrong.</param>
internal sealed class DuplicateKeyException(string errorId, string message) : InvalidOperationException(message)
{
    public string ErrorId { get; } = errorId;
}
