using System.Management.Automation;

namespace EngineHost.Commands;

/// <summary>Compares items the way the cmdlets for objects do.</summary>
internal static class ItemComparer
{
    /// <summary>Whether two items look the same: equal values, or equal values of equally named properties.</summary>
    public static bool AreSame(PSObject one, PSObject other)
    {
        if (one.BaseObject is not PSCustomObject)
        {
            return LanguagePrimitives.Equals(one, other, ignoreCase: false);
        }

        List<PSPropertyInfo> properties = one.Properties.ToList();
        return properties.Count == other.Properties.Count() && properties.TrueForAll(property =>
            other.Properties[property.Name] is { } twin
            && LanguagePrimitives.Equals(property.Value, twin.Value, ignoreCase: false));
    }

    /// <summary>Orders two values; what cannot be compared is ordered as text.</summary>
    public static int Order(object? one, object? other, bool ignoreCase)
    {
        if (LanguagePrimitives.TryCompare(one, other, ignoreCase, out int result))
        {
            return result;
        }

        return string.Compare(
            LanguagePrimitives.ConvertTo<string>(one),
            LanguagePrimitives.ConvertTo<string>(other),
            ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
