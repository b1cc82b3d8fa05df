using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>One test file: discovered first, then run.</summary>
internal sealed class TestFile
{
    private readonly TestBlock root = new("", null, null);

    public TestFile(string path, SessionState session)
    {
        Path = path;
        Scopes = new Scopes(session);
    }

    /// <summary>The file that the words of the language belong to now.</summary>
    public static TestFile? Current { get; private set; }

    public string Path { get; }

    public Scopes Scopes { get; }

    /// <summary>The block whose body is being discovered, or null while tests run.</summary>
    public TestBlock? Discovering { get; private set; }

    /// <summary>Discovers and runs the file.</summary>
    /// <param name="session">Where it runs.</param>
    public static List<TestResult> Run(string path, SessionState session)
    {
        TestFile file = new(path, session);
        Current = file;
        try
        {
            return file.DiscoverAll() is { } failure
                ? [new TestResult("(discovery)", failure.Line ?? 0, TestOutcome.Failed, failure.Message)]
                : new TestRunner(file, file.root, session).Run();
        }
        finally
        {
            Current = null;
        }
    }

    /// <summary>Runs the body of a block in a scope of its own, so that what is in it is collected.</summary>
    public void Discover(TestBlock block, ScriptBlock body)
    {
        Exception? failed = null;
        Discovering = block;
        Scopes.InNew(() =>
        {
            try
            {
                Scopes.Set(block.Data);
                Scopes.Dot(body, block.Data);
            }
            catch (Exception e) when (e is not PipelineStoppedException)
            {
                failed = e;
            }
        });
        Discovering = block.Parent;
        if (failed is not null)
        {
            throw failed;
        }
    }

    private Failure? DiscoverAll()
    {
        try
        {
            Discover(root, ScriptBlock.Create($". '{Path.Replace("'", "''", StringComparison.Ordinal)}'"));
            return null;
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return Failure.Of(e, Path);
        }
        finally
        {
            Discovering = null;
        }
    }
}
