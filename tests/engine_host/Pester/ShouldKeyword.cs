using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

/// <summary>
/// The assertions. Each operator is a switch of its own and exactly one must be given; a name that is none of these is
/// refused by the engine's binder, which fails the test.
/// </summary>
[Cmdlet(Keyword.Verb, "Should")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class ShouldKeyword : PSCmdlet
{
    internal const string FailureId = "PesterAssertionFailed";

    private readonly List<object?> input = [];

    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? ActualValue { get; set; }

    [Parameter(Position = 0)]
    [Alias("ExpectedType", "RegularExpression", "ExpectedMessage")]
    [AllowNull]
    public object? ExpectedValue { get; set; }

    [Parameter]
    public string? ErrorId { get; set; }

    [Parameter]
    public Type? ExceptionType { get; set; }

    [Parameter]
    public SwitchParameter Not { get; set; }

    [Parameter]
    public string? Because { get; set; }

    [Parameter]
    public SwitchParameter Be { get; set; }

    [Parameter]
    public SwitchParameter BeExactly { get; set; }

    [Parameter]
    public SwitchParameter BeTrue { get; set; }

    [Parameter]
    public SwitchParameter BeFalse { get; set; }

    [Parameter]
    public SwitchParameter BeOfType { get; set; }

    [Parameter]
    public SwitchParameter BeNullOrEmpty { get; set; }

    [Parameter]
    public SwitchParameter Match { get; set; }

    [Parameter]
    public SwitchParameter MatchExactly { get; set; }

    [Parameter]
    public SwitchParameter BeLike { get; set; }

    [Parameter]
    public SwitchParameter BeLikeExactly { get; set; }

    [Parameter]
    public SwitchParameter HaveCount { get; set; }

    [Parameter]
    public SwitchParameter Throw { get; set; }

    [Parameter]
    public SwitchParameter Contain { get; set; }

    [Parameter]
    public SwitchParameter BeIn { get; set; }

    [Parameter]
    public SwitchParameter BeGreaterThan { get; set; }

    [Parameter]
    public SwitchParameter BeLessThan { get; set; }

    [Parameter]
    public SwitchParameter BeGreaterOrEqual { get; set; }

    [Parameter]
    public SwitchParameter BeLessOrEqual { get; set; }

    protected override void ProcessRecord() => input.Add(ActualValue);

    protected override void EndProcessing()
    {
        ShouldOperator chosen = ChooseOperator();
        foreach (object? value in Actual(chosen))
        {
            Assert(chosen, value);
        }
    }

    private ShouldOperator ChooseOperator()
    {
        List<ShouldOperator> named = ShouldOperator.All
            .Where(known => MyInvocation.BoundParameters.ContainsKey(known.Name))
            .ToList();
        if (named is not [ShouldOperator chosen])
        {
            throw new PSArgumentException($"Should takes one operator, but {named.Count} were given");
        }

        bool expects = MyInvocation.BoundParameters.ContainsKey(nameof(ExpectedValue));
        if (chosen.Expects is { } must && must != expects)
        {
            throw new PSArgumentException($"Should -{chosen.Name} {(must ? "needs an" : "takes no")} expected value");
        }

        if ((ErrorId is not null || ExceptionType is not null) && chosen.Name != nameof(Throw))
        {
            throw new PSArgumentException("-ErrorId and -ExceptionType go with -Throw");
        }

        return chosen;
    }

    // Some operators look at all that was piped at once, the others at each item.
    private IEnumerable<object?> Actual(ShouldOperator chosen)
    {
        if (input.Count == 0)
        {
            return [null];
        }

        if (!chosen.Collects)
        {
            return input;
        }

        return [MyInvocation.ExpectingInput ? input.ToArray() : Assertions.AsArray(input[0])];
    }

    private void Assert(ShouldOperator chosen, object? value)
    {
        string? failure = chosen.Name == nameof(Throw)
            ? new ThrowAssertion(ExpectedValue, ErrorId, ExceptionType).Check(value, Not, InvokeCommand)
            : Check(chosen, value);
        if (failure is null)
        {
            return;
        }

        string reason = Because is null ? "" : $", because {Because}";
        ThrowTerminatingError(new ErrorRecord(
            new AssertionFailedException(failure + reason), FailureId, ErrorCategory.InvalidResult, value));
    }

    private string? Check(ShouldOperator chosen, object? value)
    {
        if (chosen.Holds(value, ExpectedValue, InvokeCommand) != Not)
        {
            return null;
        }

        List<string> words = [Not ? "not" : "", chosen.Words, chosen.Expects == true ? Nicely.Format(ExpectedValue) : ""];
        object? shown = value is object?[] { Length: 1 } only ? only[0] : value;
        return $"Expected {string.Join(' ', words.Where(word => word.Length > 0))}, but got {Nicely.Format(shown)}";
    }
}
