using System.Management.Automation;
using EngineHost.Engine;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Format-Table as it is: the engine has all of it but this last class.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand() => FormatShape.Give(this, "Table");
}
