using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "BeforeAll")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class BeforeAllKeyword : SetupKeyword
{
    internal override SetupKind Kind => SetupKind.BeforeAll;
}
