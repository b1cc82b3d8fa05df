using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>Runs what discovery collected, each block and each test in a scope of its own.</summary>
internal sealed class TestRunner(TestFile file, TestBlock root, SessionState session)
{
    private readonly List<TestResult> results = [];

    public List<TestResult> Run()
    {
        using TestDrive drive = new(session);
        RunBlock(root, drive);
        return results;
    }

    private void RunBlock(TestBlock block, TestDrive drive)
    {
        if (block.Tests.All(test => test.Skip))
        {
            results.AddRange(block.Tests.Select(test => Result(test, TestOutcome.Skipped)));
            return;
        }

        HashSet<string> before = drive.List();
        file.Scopes.InNew(() => RunBlockHere(block, drive));
        drive.RemoveAllBut(before);
    }

    private void RunBlockHere(TestBlock block, TestDrive drive)
    {
        Failure? failure = Try(() =>
        {
            file.Scopes.Set(block.Data);
            DotOwn(block, SetupKind.BeforeAll);
            block.ShownName = Title.Expand(block.Name, file.Scopes);
        });
        if (failure is null)
        {
            RunItems(block, drive);
        }
        else
        {
            IEnumerable<TestCase> tests = block.Tests;
            results.AddRange(tests.Select(test => Result(
                test, test.Skip ? TestOutcome.Skipped : TestOutcome.Failed, failure)));
        }

        if (Try(() => DotOwn(block, SetupKind.AfterAll)) is { } teardown)
        {
            results.Add(new TestResult(
                PathOf(block, "(AfterAll)"), teardown.Line ?? block.Line, TestOutcome.Failed, teardown.Message));
        }
    }

    private void RunItems(TestBlock block, TestDrive drive)
    {
        foreach (ITestItem item in block.Items)
        {
            if (item is TestBlock inner)
            {
                RunBlock(inner, drive);
            }
            else if (item is TestCase { Skip: true } skipped)
            {
                results.Add(Result(skipped, TestOutcome.Skipped));
            }
            else if (item is TestCase test)
            {
                file.Scopes.InNew(() => results.Add(RunTest(test)));
            }
        }
    }

    private TestResult RunTest(TestCase test)
    {
        string name = test.Name;
        ItResultException? ended = null;
        Failure? failure = Try(() =>
        {
            file.Scopes.Set(test.Data);
            foreach (ScriptBlock script in test.Block.Inherited(SetupKind.BeforeEach))
            {
                file.Scopes.Dot(script, test.Data);
            }

            name = Title.Expand(test.Name, file.Scopes);
            ended = ItResultException.From(() => file.Scopes.Dot(test.Body, test.Data));
        });
        // Each of them runs, whatever went wrong before it.
        Failure?[] teardowns = [.. test.Block.Inherited(SetupKind.AfterEach).Reverse()
            .Select(script => Try(() => file.Scopes.Dot(script, test.Data)))];
        TestCase named = test with { Name = name };
        failure ??= Array.Find(teardowns, each => each is not null);
        return failure is null && ended is not null
            ? Result(named, TestOutcome.Skipped, new Failure(ended.Message, null))
            : Result(named, failure is null ? TestOutcome.Passed : TestOutcome.Failed, failure);
    }

    private void DotOwn(TestBlock block, SetupKind kind)
    {
        if (block.Setups.TryGetValue(kind, out ScriptBlock? script))
        {
            file.Scopes.Dot(script, block.Data);
        }
    }

    private Failure? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return Failure.Of(e, file.Path);
        }
    }

    private static TestResult Result(TestCase test, TestOutcome outcome, Failure? failure = null) =>
        new(PathOf(test.Block, test.Name), failure?.Line ?? test.Line, outcome, failure?.Message);

    private static string PathOf(TestBlock block, string name) =>
        string.Join('.', block.Ancestry.Select(outer => outer.ShownName ?? outer.Name).Append(name));
}
