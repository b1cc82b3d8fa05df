using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "AfterAll")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class AfterAllKeyword : SetupKeyword
{
    internal override SetupKind Kind => SetupKind.AfterAll;
}
