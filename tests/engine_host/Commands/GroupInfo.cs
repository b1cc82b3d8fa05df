using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>One group of Group-Object.</summary>
public sealed class GroupInfo
{
    private readonly bool keepsItems;

    internal GroupInfo(IEnumerable<object?> values, bool keepsItems)
    {
        Values = new Collection<object?>([.. values]);
        this.keepsItems = keepsItems;
    }

    public int Count { get; private set; }

    public Collection<PSObject> Group { get; } = [];

    public string Name => string.Join(", ", Values.Select(LanguagePrimitives.ConvertTo<string>));

    public Collection<object?> Values { get; }

    internal void Add(PSObject item)
    {
        Count++;
        if (keepsItems)
        {
            Group.Add(item);
        }
    }
}
