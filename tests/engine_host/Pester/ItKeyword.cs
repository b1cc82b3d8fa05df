using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "It")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class ItKeyword : Keyword
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    public ScriptBlock Test { get; set; } = null!;

    [Parameter]
    [Alias("TestCases")]
    [AllowNull]
    [AllowEmptyCollection]
    public object[]? ForEach { get; set; }

    [Parameter]
    [Alias("Tags")]
    public string[] Tag { get; set; } = [];

    [Parameter]
    public SwitchParameter Skip { get; set; }

    protected override void EndProcessing()
    {
        TestBlock block = Block;
        if (block.Parent is null)
        {
            throw Misplaced("Describe and Context");
        }

        foreach (TestData? data in TestData.Of(ForEach, MyInvocation.BoundParameters.ContainsKey(nameof(ForEach))))
        {
            block.Items.Add(new TestCase(block, Name, Test, data, Line, block.Skip || Skip));
        }
    }
}
