namespace Microsoft.PowerShell.Commands;

/// <summary>The exception of an error that has only a message.</summary>
/// <param name="message">The message.</param>
public sealed class WriteErrorException(string message) : SystemException(message);
