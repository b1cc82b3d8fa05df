using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>BeforeAll and its like: kept in discovery, run later; a block has at most one of each.</summary>
public abstract class SetupKeyword : Keyword
{
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock Scriptblock { get; set; } = null!;

    internal abstract SetupKind Kind { get; }

    protected override void EndProcessing()
    {
        if (!Block.Setups.TryAdd(Kind, Scriptblock))
        {
            throw new PSInvalidOperationException($"{Kind} is there twice in one block");
        }
    }
}
