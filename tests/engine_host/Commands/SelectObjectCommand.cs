using System.Management.Automation;
using EngineHost.Commands;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Select-Object: properties (wildcards and calculated ones too), counts, expansion, uniqueness.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> last = new();
    private readonly List<PSObject> written = [];
    private List<PropertyColumn>? columns;
    private int skipped;
    private int taken;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = -1;

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Last { get; set; } = -1;

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    protected override void BeginProcessing()
    {
        if ((First >= 0 && Last >= 0) || (Property is not null && ExpandProperty is not null))
        {
            throw new PSNotSupportedException("The engine host has no Select-Object with both of these parameters");
        }

        columns = Property?.Select(PropertyColumn.Parse).ToList();
    }

    protected override void ProcessRecord()
    {
        if (First == 0)
        {
            throw EngineInternals.StopUpstream(this);
        }

        if (InputObject is null)
        {
            return;
        }

        if (Last >= 0)
        {
            KeepForTheEnd(InputObject);
        }
        else if (skipped < Skip)
        {
            skipped++;
        }
        else
        {
            Emit(InputObject);
            if (++taken == First)
            {
                throw EngineInternals.StopUpstream(this);
            }
        }
    }

    protected override void EndProcessing()
    {
        foreach (PSObject item in last.Take(last.Count - Skip))
        {
            Emit(item);
        }
    }

    private void KeepForTheEnd(PSObject item)
    {
        last.Enqueue(item);
        if (last.Count > Last + Skip)
        {
            last.Dequeue();
        }
    }

    private void Emit(PSObject item)
    {
        if (ExpandProperty is not null)
        {
            Expand(item);
        }
        else
        {
            WriteOnce(columns is null ? item : Selected(item, columns));
        }
    }

    private void Expand(PSObject item)
    {
        List<PSPropertyExpressionResult> results = new PSPropertyExpression(ExpandProperty).GetValues(item);
        if (results.Count == 0)
        {
            PSArgumentException reason = new($"Property \"{ExpandProperty}\" cannot be found.");
            WriteError(new ErrorRecord(reason, "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
            return;
        }

        foreach (object? value in results.SelectMany(result => PipelineValues.Of(result.Result)))
        {
            WriteOnce(value is null ? null : PSObject.AsPSObject(value));
        }
    }

    private void WriteOnce(PSObject? item)
    {
        if (Unique && item is not null)
        {
            if (written.Exists(earlier => ItemComparer.AreSame(earlier, item)))
            {
                return;
            }

            written.Add(item);
        }

        WriteObject(item);
    }

    private static PSObject Selected(PSObject item, List<PropertyColumn> columns)
    {
        PSObject result = new();
        foreach ((string name, object? value) in columns.SelectMany(column => column.ValuesOf(item)))
        {
            if (result.Properties[name] is null)
            {
                result.Properties.Add(new PSNoteProperty(name, value));
            }
        }

        result.TypeNames.Insert(0, "Selected." + item.BaseObject.GetType());
        return result;
    }
}
