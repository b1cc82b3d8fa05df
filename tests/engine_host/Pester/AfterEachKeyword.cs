using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "AfterEach")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class AfterEachKeyword : SetupKeyword
{
    internal override SetupKind Kind => SetupKind.AfterEach;
}
