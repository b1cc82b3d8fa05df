using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>Ends a test that Set-ItResult leaves out.</summary>
/// <param name="message">Why.</param>
internal sealed class ItResultException(string message) : RuntimeException(message)
{
    /// <summary>Runs an action and gives what Set-ItResult said in it, or null.</summary>
    public static ItResultException? From(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (RuntimeException e) when ((e as ItResultException ?? e.InnerException) is ItResultException result)
        {
            return result;
        }
    }
}
