using System.Management.Automation;
using EngineHost.Commands;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Sort-Object: by properties or by the items themselves; equal items keep their order.</summary>
[Cmdlet("Sort", "Object")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> items = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            items.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        List<PropertyColumn> columns = (Property ?? []).Select(PropertyColumn.Parse).ToList();
        Comparer<PSObject> comparer = Comparer<PSObject>.Create((one, other) => Compare(one, other, columns));
        PSObject? previous = null;
        foreach (PSObject item in items.Order(comparer))
        {
            if (!Unique || previous is null || Compare(previous, item, columns) != 0)
            {
                WriteObject(item);
            }

            previous = item;
        }
    }

    private int Compare(PSObject one, PSObject other, List<PropertyColumn> columns)
    {
        if (columns.Count == 0)
        {
            return Turned(ItemComparer.Order(one, other, !CaseSensitive), Descending);
        }

        return columns
            .Select(column => Turned(
                ItemComparer.Order(column.ValueOf(one), column.ValueOf(other), !CaseSensitive),
                column.Descending ?? Descending))
            .FirstOrDefault(order => order != 0);
    }

    private static int Turned(int order, bool descending) => descending ? -order : order;
}
