namespace EngineHost.Pester;

/// <summary>What stands in a block: a test or another block.</summary>
internal interface ITestItem
{
    string Name { get; }

    int Line { get; }
}
