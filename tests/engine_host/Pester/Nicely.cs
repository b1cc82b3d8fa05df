using System.Collections;
using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>Writes values for people who read a failed test.</summary>
internal static class Nicely
{
    private const int MostItems = 20;

    /// <summary>As <see cref="Format"/>, but strings stand without quotes: for titles.</summary>
    public static string Plain(object? value) => Bare(value) is string text ? text : Format(value);

    public static string Format(object? value) => Bare(value) switch
    {
        null => "$null",
        string text => $"'{text}'",
        bool flag => flag ? "$true" : "$false",
        DateTime time => time.ToString("o"),
        Type type => $"[{type.FullName}]",
        ScriptBlock script => $"{{{script}}}",
        IDictionary table => Table(table),
        PSCustomObject => Properties(PSObject.AsPSObject(value!)),
        IEnumerable many => List(many),
        { } other => LanguagePrimitives.ConvertTo<string>(other),
    };

    private static object? Bare(object? value) => value is PSObject { BaseObject: { } inner } ? inner : value;

    private static string List(IEnumerable many)
    {
        List<string> items = many.Cast<object?>().Take(MostItems + 1).Select(Format).ToList();
        if (items.Count > MostItems)
        {
            items[MostItems] = "...";
        }

        return $"@({string.Join(", ", items)})";
    }

    private static string Table(IDictionary table) =>
        $"@{{{string.Join("; ", table.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={Format(entry.Value)}"))}}}";

    private static string Properties(PSObject item) =>
        $"[pscustomobject]@{{{string.Join("; ", item.Properties.Select(property => $"{property.Name}={Format(property.Value)}"))}}}";
}
