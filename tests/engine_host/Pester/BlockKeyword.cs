using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>Describe and Context: the body runs at once, in discovery, and collects what is in it.</summary>
public abstract class BlockKeyword : Keyword
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    public ScriptBlock Fixture { get; set; } = null!;

    [Parameter]
    [Alias("Tags")]
    public string[] Tag { get; set; } = [];

    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public object[]? ForEach { get; set; }

    [Parameter]
    public SwitchParameter Skip { get; set; }

    protected override void EndProcessing()
    {
        TestBlock parent = Block;
        foreach (TestData? data in TestData.Of(ForEach, MyInvocation.BoundParameters.ContainsKey(nameof(ForEach))))
        {
            TestBlock block = new(Name, parent, data) { Line = Line, Skip = parent.Skip || Skip };
            parent.Items.Add(block);
            File.Discover(block, Fixture);
        }
    }
}
