using System.Collections;
using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>One entry of -ForEach: the keys of a table become variables, and the entry itself is <c>$_</c>.</summary>
/// <param name="Item">The entry.</param>
internal sealed record TestData(object? Item)
{
    public IDictionary? Table => (Item is PSObject wrapped ? wrapped.BaseObject : Item) as IDictionary;

    /// <summary>The data sets of a block or test: one that is null when there is no -ForEach.</summary>
    /// <exception cref="PSArgumentException">There is a -ForEach and it is empty, so nothing would be tested.</exception>
    public static IEnumerable<TestData?> Of(object[]? forEach, bool given)
    {
        if (!given)
        {
            return [null];
        }

        return forEach is { Length: > 0 }
            ? forEach.Select(item => new TestData(item))
            : throw new PSArgumentException("-ForEach is empty, so nothing would be tested");
    }
}
