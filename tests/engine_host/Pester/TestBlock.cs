using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>One Describe or Context, or the whole file, as discovery found it.</summary>
internal sealed class TestBlock(string name, TestBlock? parent, TestData? data) : ITestItem
{
    public string Name { get; } = name;

    public TestBlock? Parent { get; } = parent;

    public TestData? Data { get; } = data;

    public int Line { get; init; }

    /// <summary>Whether it, or a block round it, is to be left out.</summary>
    public bool Skip { get; init; }

    /// <summary>Tests and blocks in the order of the file.</summary>
    public List<ITestItem> Items { get; } = [];

    public Dictionary<SetupKind, ScriptBlock> Setups { get; } = [];

    /// <summary>The name with data filled in, once the block runs.</summary>
    public string? ShownName { get; set; }

    /// <summary>From the outermost block to this one, without the file.</summary>
    public IEnumerable<TestBlock> Ancestry => Parent is null ? [] : Parent.Ancestry.Append(this);

    public IEnumerable<TestCase> Tests => Items.SelectMany(item => item switch
    {
        TestBlock block => block.Tests,
        TestCase test => [test],
        _ => [],
    });

    /// <summary>The set-ups of one kind, from the file's to this block's.</summary>
    public IEnumerable<ScriptBlock> Inherited(SetupKind kind)
    {
        IEnumerable<ScriptBlock> outer = Parent?.Inherited(kind) ?? [];
        return Setups.TryGetValue(kind, out ScriptBlock? own) ? outer.Append(own) : outer;
    }
}
