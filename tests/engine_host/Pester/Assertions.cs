using System.Collections;
using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>What the operators of Should mean where the language has no operator for it.</summary>
internal static class Assertions
{
    /// <summary>What <c>@(...)</c> makes of a value.</summary>
    public static object?[] AsArray(object? value) =>
        LanguagePrimitives.GetEnumerable(value) is { } many ? many.Cast<object?>().ToArray() : [value];

    /// <summary>Compares item by item; nothing, null and an empty string are the same.</summary>
    public static bool AreEqual(object? actual, object? expected, bool ignoreCase)
    {
        object?[] one = AsArray(actual);
        object?[] other = AsArray(expected);
        if (IsNothing(one) || IsNothing(other))
        {
            return IsNothing(one) && IsNothing(other);
        }

        return one.Length == other.Length && one.Zip(other).All(pair => IsMany(pair.First) || IsMany(pair.Second)
            ? AreEqual(pair.First, pair.Second, ignoreCase)
            : LanguagePrimitives.Equals(pair.Second, pair.First, ignoreCase));
    }

    public static bool IsNullOrEmpty(object? actual) =>
        AsArray(actual) is [var only] ? IsEmpty(only) : AsArray(actual).Length == 0;

    public static bool HasCount(object? actual, object? expected)
    {
        int count = LanguagePrimitives.ConvertTo<int>(expected);
        return count >= 0
            ? (actual is null ? 0 : AsArray(actual).Length) == count
            : throw new PSArgumentException("-HaveCount takes no negative number");
    }

    public static bool IsOfType(object? actual, object? expected, CommandInvocationIntrinsics invoke)
    {
        object? type = expected is PSObject wrapped ? wrapped.BaseObject : expected;
        if (type is string name && !LanguagePrimitives.TryConvertTo(name.Trim('[', ']'), out type))
        {
            type = null;
        }

        Type wanted = type as Type ?? LanguagePrimitives.ConvertTo<Type>(expected is string text ? text.Trim('[', ']') : expected);
        object? bare = actual is PSObject { BaseObject: not PSCustomObject } item ? item.BaseObject : actual;
        return wanted.IsInstanceOfType(bare);
    }

    private static bool IsNothing(object?[] items) => items.Length == 0 || (items is [var only] && IsEmpty(only));

    private static bool IsEmpty(object? value) => Bare(value) switch
    {
        null => true,
        string text => text.Length == 0,
        Array array => array.Length == 0,
        IDictionary table => table.Count == 0,
        _ => false,
    };

    private static bool IsMany(object? value) => Bare(value) is Array or IList;

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
