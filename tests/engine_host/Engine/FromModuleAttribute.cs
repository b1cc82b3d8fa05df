namespace EngineHost.Engine;

/// <summary>The module that has the real cmdlet which a double stands for.</summary>
/// <param name="name">For example <c>Microsoft.PowerShell.Utility</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FromModuleAttribute(string name) : Attribute
{
    public const string Utility = "Microsoft.PowerShell.Utility";
    public const string Management = "Microsoft.PowerShell.Management";
    public const string Pester = "Pester";

    public string Name { get; } = name;
}
