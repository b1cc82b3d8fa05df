using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace EngineHost.Pester;

/// <summary>What is known of an exception that ended a test.</summary>
/// <param name="Message">What it says, with the id when it is no assertion.</param>
/// <param name="Line">The line of the test file that was being run, or null.</param>
internal sealed partial record Failure(string Message, int? Line)
{
    public static Failure Of(Exception exception, string file)
    {
        if (exception is not IContainsErrorRecord { ErrorRecord: { } record })
        {
            return new Failure($"{exception.GetType().Name}: {exception.Message}", null);
        }

        string message = record.ErrorDetails?.Message ?? record.Exception.Message;
        string id = record.FullyQualifiedErrorId;
        bool assertion = id.StartsWith(ShouldKeyword.FailureId, StringComparison.Ordinal);
        return new Failure(assertion ? message : $"{message} [{id}]", LineIn(file, record));
    }

    private static int? LineIn(string file, ErrorRecord record)
    {
        foreach (Match frame in Frame().Matches(record.ScriptStackTrace ?? ""))
        {
            if (frame.Groups["file"].Value == file)
            {
                return int.Parse(frame.Groups["line"].Value, CultureInfo.InvariantCulture);
            }
        }

        return record.InvocationInfo is { } call && call.ScriptName == file ? call.ScriptLineNumber : null;
    }

    [GeneratedRegex(@"^at .*?, (?<file>.*): line (?<line>\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Frame();
}
