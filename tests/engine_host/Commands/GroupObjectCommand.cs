using System.Collections.ObjectModel;
using System.Management.Automation;
using EngineHost.Commands;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Group-Object: groups by properties or by the items themselves, in the order of their names.</summary>
[Cmdlet("Group", "Object")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly List<GroupInfo> groups = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter NoElement { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not { } item)
        {
            return;
        }

        object?[] values = Property is null
            ? [item]
            : [.. Property.Select(entry => PropertyColumn.Parse(entry).ValueOf(item))];
        GroupInfo? group = groups.Find(group => Same(group.Values, values));
        if (group is null)
        {
            group = new GroupInfo(values, keepsItems: !NoElement);
            groups.Add(group);
        }

        group.Add(item);
    }

    protected override void EndProcessing() =>
        WriteObject(groups.OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase), enumerateCollection: true);

    private static bool Same(Collection<object?> one, object?[] other) =>
        one.Zip(other).All(pair => LanguagePrimitives.Equals(pair.First, pair.Second, ignoreCase: true));
}
