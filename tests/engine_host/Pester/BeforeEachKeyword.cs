using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "BeforeEach")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class BeforeEachKeyword : SetupKeyword
{
    internal override SetupKind Kind => SetupKind.BeforeEach;
}
