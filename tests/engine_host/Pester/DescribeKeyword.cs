using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

[Cmdlet(Verb, "Describe")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class DescribeKeyword : BlockKeyword;
