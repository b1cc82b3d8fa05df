using System.Text.RegularExpressions;

namespace EngineHost.Pester;

/// <summary>Fills in the <c>&lt;name&gt;</c> parts of a title from the current scope.</summary>
internal static partial class Title
{
    public static string Expand(string title, Scopes scopes) => Placeholder().Replace(title, match =>
        match.Groups["name"] is { Success: true } name
            ? Nicely.Plain(scopes.Evaluate("$" + name.Value))
            : match.Groups["escaped"].Value);

    [GeneratedRegex("`(?<escaped>[<>])|<(?<name>[^<>`]+)>")]
    private static partial Regex Placeholder();
}
