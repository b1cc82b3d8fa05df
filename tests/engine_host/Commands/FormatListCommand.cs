using System.Management.Automation;
using EngineHost.Engine;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Format-List as it is: the engine has all of it but this last class.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand() => FormatShape.Give(this, "List");
}
