using EngineHost.Commands;

namespace EngineHost;

/// <summary>What a command line of the host asks for.</summary>
/// <param name="Mode">Its first word: test, run, complete, stop.</param>
/// <param name="Arguments">What is left when options are taken out.</param>
/// <param name="Width">Columns of the screen.</param>
/// <param name="Json">Which edition's ConvertFrom-Json is doubled.</param>
/// <param name="Strict">Whether the global scope is in strict mode.</param>
internal sealed record Options(string Mode, IReadOnlyList<string> Arguments, int Width, JsonStyle Json, bool Strict)
{
    public const string DatesVariable = "WFPCALLOUT_TEST_DATES";

    private const int DefaultWidth = 120;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">An option is unknown or lacks its value.</exception>
    public static Options Parse(string[] arguments)
    {
        Queue<string> words = new(arguments);
        List<string> rest = [];
        int width = DefaultWidth;
        string dates = Environment.GetEnvironmentVariable(DatesVariable) ?? "datetime";
        bool strict = false;
        while (words.TryDequeue(out string? word))
        {
            switch (word)
            {
                case "--width":
                    width = int.TryParse(Value(word, words), out int columns) && columns > 1
                        ? columns
                        : throw new UsageException("--width takes a number above 1");
                    break;
                case "--dates":
                    dates = Value(word, words);
                    break;
                case "--strict":
                    strict = true;
                    break;
                case "--":
                    rest.AddRange(words);
                    words.Clear();
                    break;
                default:
                    rest.Add(word.StartsWith("--", StringComparison.Ordinal)
                        ? throw new UsageException($"unknown option {word}")
                        : word);
                    break;
            }
        }

        return new Options(rest.FirstOrDefault() ?? "", rest.Skip(1).ToList(), width, Style(dates), strict);
    }

    private static string Value(string option, Queue<string> words) =>
        words.TryDequeue(out string? value) ? value : throw new UsageException($"{option} needs a value");

    private static JsonStyle Style(string dates) => dates switch
    {
        "strings" => JsonStyle.Strings,
        "datetime" => JsonStyle.DateTime,
        _ => throw new UsageException("--dates is strings or datetime"),
    };
}
