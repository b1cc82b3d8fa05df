namespace Microsoft.PowerShell.Commands;

/// <summary>What Measure-Object gives.</summary>
/// <param name="Count">How many items there were.</param>
public sealed record GenericMeasureInfo(int Count);
