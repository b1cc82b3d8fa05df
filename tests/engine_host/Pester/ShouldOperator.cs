using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>One operator of Should.</summary>
/// <param name="Name">Its name without the dash.</param>
/// <param name="Words">How a failed test names it.</param>
/// <param name="Collects">Whether it looks at all piped items at once.</param>
/// <param name="Expects">Whether it must have (true) or must not have (false) an expected value; null: either.</param>
/// <param name="Holds">Whether it holds for the actual and the expected value.</param>
internal sealed record ShouldOperator(
    string Name,
    string Words,
    bool Collects,
    bool? Expects,
    Func<object?, object?, CommandInvocationIntrinsics, bool> Holds)
{
    public static readonly IReadOnlyList<ShouldOperator> All =
    [
        new("Be", "", true, true, (actual, expected, _) => Assertions.AreEqual(actual, expected, ignoreCase: true)),
        new("BeExactly", "exactly", true, true, (actual, expected, _) => Assertions.AreEqual(actual, expected, ignoreCase: false)),
        new("BeTrue", "$true", false, false, (actual, _, _) => LanguagePrimitives.IsTrue(actual)),
        new("BeFalse", "$false", false, false, (actual, _, _) => !LanguagePrimitives.IsTrue(actual)),
        new("BeNullOrEmpty", "$null or empty", true, false, (actual, _, _) => Assertions.IsNullOrEmpty(actual)),
        new("HaveCount", "a collection of size", true, true, (actual, expected, _) => Assertions.HasCount(actual, expected)),
        new("BeOfType", "a value of type", false, true, Assertions.IsOfType),
        new("Throw", "an exception", false, null, (_, _, _) => throw new NotSupportedException()),
        Expression("Match", "a match of", false, "$args[0] -match $args[1]"),
        Expression("MatchExactly", "an exact match of", false, "$args[0] -cmatch $args[1]"),
        Expression("BeLike", "something like", false, "$args[0] -like $args[1]"),
        Expression("BeLikeExactly", "something exactly like", false, "$args[0] -clike $args[1]"),
        Expression("Contain", "a collection with", true, "$args[0] -contains $args[1]"),
        Expression("BeIn", "one of", false, "$args[1] -contains $args[0]"),
        Expression("BeGreaterThan", "more than", false, "-not ($args[0] -le $args[1])"),
        Expression("BeLessThan", "less than", false, "-not ($args[0] -ge $args[1])"),
        Expression("BeGreaterOrEqual", "at least", false, "-not ($args[0] -lt $args[1])"),
        Expression("BeLessOrEqual", "at most", false, "-not ($args[0] -gt $args[1])"),
    ];

    // The engine's own operators decide, so that conversions are those that Pester has.
    private static ShouldOperator Expression(string name, string words, bool collects, string expression)
    {
        ScriptBlock script = ScriptBlock.Create($"[bool]({expression})");
        return new ShouldOperator(name, words, collects, true, (actual, expected, invoke) =>
            LanguagePrimitives.IsTrue(invoke.InvokeScript(true, script, null, actual, expected)));
    }
}
