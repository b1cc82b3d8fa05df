using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>One It with one set of data.</summary>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Name">Its title, data not yet filled in.</param>
/// <param name="Body">What it runs.</param>
/// <param name="Data">Its data, or null.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Skip">Whether it is to be left out.</param>
internal sealed record TestCase(
    TestBlock Block, string Name, ScriptBlock Body, TestData? Data, int Line, bool Skip) : ITestItem;
