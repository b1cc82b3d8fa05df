using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>Should -Throw: runs a script block and looks at what it throws.</summary>
/// <param name="expectedMessage">A wildcard that the message must be like, or null.</param>
/// <param name="expectedId">A wildcard that the fully qualified error id must be like, or null.</param>
/// <param name="expectedType">The type of the exception, or null.</param>
internal sealed class ThrowAssertion(object? expectedMessage, string? expectedId, Type? expectedType)
{
    /// <summary>Gives why the assertion does not hold, or null when it does.</summary>
    /// <exception cref="PSArgumentException">The actual value is no script block.</exception>
    public string? Check(object? actual, bool not, CommandInvocationIntrinsics invoke)
    {
        object? bare = actual is PSObject wrapped ? wrapped.BaseObject : actual;
        if (bare is not ScriptBlock script)
        {
            throw new PSArgumentException("Should -Throw looks at a script block in braces");
        }

        ErrorRecord? thrown = Run(script, invoke);
        if (not)
        {
            return thrown is null ? null : $"Expected no exception, but got '{thrown.Exception.Message}'";
        }

        return thrown is null ? "Expected an exception, but none was thrown" : Mismatch(thrown);
    }

    private static ErrorRecord? Run(ScriptBlock script, CommandInvocationIntrinsics invoke)
    {
        try
        {
            invoke.InvokeScript(true, script, null);
            return null;
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            return e.ErrorRecord;
        }
    }

    private string? Mismatch(ErrorRecord thrown)
    {
        string? message = LanguagePrimitives.ConvertTo<string?>(expectedMessage);
        if (!IsLike(thrown.Exception.Message, message))
        {
            return $"Expected an exception with a message like '{message}', but it was '{thrown.Exception.Message}'";
        }

        if (!IsLike(thrown.FullyQualifiedErrorId, expectedId))
        {
            return $"Expected an exception with the error id '{expectedId}', but it was '{thrown.FullyQualifiedErrorId}'";
        }

        return expectedType is null || expectedType.IsInstanceOfType(thrown.Exception)
            ? null
            : $"Expected an exception of type [{expectedType.FullName}], but it was [{thrown.Exception.GetType().FullName}]";
    }

    private static bool IsLike(string actual, string? pattern) =>
        string.IsNullOrWhiteSpace(pattern) || WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(actual);
}
