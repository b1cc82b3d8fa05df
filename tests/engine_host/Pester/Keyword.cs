using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>A word of Pester's language: a cmdlet <c>Pester-Word</c> with the alias <c>Word</c>.</summary>
public abstract class Keyword : PSCmdlet
{
    internal const string Verb = "Pester";

    /// <summary>The file that is being discovered or run.</summary>
    internal TestFile File => TestFile.Current ?? throw Misplaced("a test file");

    /// <summary>The block whose body is being discovered.</summary>
    internal TestBlock Block => File.Discovering ?? throw Misplaced("the body of a block: it cannot be used while tests run");

    /// <summary>Where the word stands in its file.</summary>
    internal int Line => MyInvocation.ScriptLineNumber;

    internal PSInvalidOperationException Misplaced(string place) =>
        new($"{MyInvocation.InvocationName} stands outside {place}");
}
