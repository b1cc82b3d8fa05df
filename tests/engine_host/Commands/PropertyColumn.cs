using System.Collections;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace EngineHost.Commands;

/// <summary>One entry of a -Property list: a name, a wildcard, a script block, or a table with Name and Expression.</summary>
/// <param name="Label">The name that the entry gives its column, or null for the property's own.</param>
/// <param name="Expression">What gives the value.</param>
/// <param name="Descending">Whether a sort by this entry is turned round.</param>
internal sealed record PropertyColumn(string? Label, PSPropertyExpression Expression, bool? Descending)
{
    private static readonly string[] LabelKeys = ["name", "label"];

    public static PropertyColumn Parse(object entry) => entry is PSObject { BaseObject: { } inner } ? Parse(inner) : entry switch
    {
        ScriptBlock script => new PropertyColumn(script.ToString(), new PSPropertyExpression(script), null),
        IDictionary table => FromTable(table),
        _ => new PropertyColumn(null, new PSPropertyExpression(LanguagePrimitives.ConvertTo<string>(entry)), null),
    };

    /// <summary>The columns that this entry gives for an item; a plain name that is not there gives null.</summary>
    public IEnumerable<(string Name, object? Value)> ValuesOf(PSObject item)
    {
        if (Label is not null)
        {
            return [(Label, ValueOf(item))];
        }

        List<PSPropertyExpression> names = Expression.ResolveNames(item);
        return names.Count > 0 || Expression.HasWildCardCharacters
            ? names.Select(name => (name.ToString(), name.GetValues(item).FirstOrDefault()?.Result))
            : [(Expression.ToString(), (object?)null)];
    }

    /// <summary>The value of the first property that is meant, or null.</summary>
    public object? ValueOf(PSObject item) => Expression.GetValues(item).FirstOrDefault()?.Result;

    private static PropertyColumn FromTable(IDictionary table)
    {
        string? label = null;
        PropertyColumn? value = null;
        bool? descending = null;
        foreach (DictionaryEntry entry in table)
        {
            string key = LanguagePrimitives.ConvertTo<string>(entry.Key).ToLowerInvariant();
            if (key.Length > 0 && LabelKeys.Any(name => name.StartsWith(key, StringComparison.Ordinal)))
            {
                label = LanguagePrimitives.ConvertTo<string>(entry.Value);
            }
            else if (key.Length > 0 && "expression".StartsWith(key, StringComparison.Ordinal))
            {
                value = Parse(entry.Value!);
            }
            else if (key is "descending" or "ascending")
            {
                descending = LanguagePrimitives.IsTrue(entry.Value) == (key == "descending");
            }
            else
            {
                throw new PSArgumentException($"The key \"{entry.Key}\" is not known here.");
            }
        }

        PropertyColumn found = value ?? throw new PSArgumentException("A property table needs an Expression.");
        return new PropertyColumn(label ?? found.Label ?? found.Expression.ToString(), found.Expression, descending);
    }
}
