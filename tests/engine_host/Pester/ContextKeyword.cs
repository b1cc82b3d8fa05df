using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "Context")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class ContextKeyword : BlockKeyword;
