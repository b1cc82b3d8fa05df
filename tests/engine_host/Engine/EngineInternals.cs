using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace EngineHost.Engine;

/// <summary>
/// What the real cmdlets reach as friends of the engine and we by reflection. Written for version 7.6 of the engine; the
/// project file names one exact version, so a name that is gone shows itself at once.
/// </summary>
internal static class EngineInternals
{
    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format.";
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Makes an object of one of the engine's own formatting classes.</summary>
    public static object NewFormatting(string typeName, params object?[] arguments) => New(FormatNamespace + typeName, arguments);

    /// <summary>Finds one of the engine's own formatting types.</summary>
    public static Type FormattingType(string name) => Find(FormatNamespace + name);

    /// <summary>Sets the field by which a formatting cmdlet finds the object that does its work.</summary>
    public static void SetImplementation(PSCmdlet cmdlet, object implementation)
    {
        Type? type = cmdlet.GetType();
        FieldInfo? field = null;
        while (field is null && type is not null)
        {
            field = type.GetField("implementation", Instance);
            type = type.BaseType;
        }

        (field ?? throw new MissingFieldException(cmdlet.GetType().Name, "implementation")).SetValue(cmdlet, implementation);
    }

    /// <summary>The exception with which <c>Select-Object -First</c> ends the commands before it, and only those.</summary>
    public static Exception StopUpstream(Cmdlet cmdlet) =>
        (Exception)New("System.Management.Automation.StopUpstreamCommandsException", cmdlet);

    /// <summary>Says which module a cmdlet is known under, so that <c>Module\Name</c> finds it.</summary>
    public static void SetModuleName(SessionStateCmdletEntry entry, string module)
    {
        Version version = new(7, 0);
        Collection<string> none = [];
        object snapIn = New(
            "System.Management.Automation.PSSnapInInfo",
            module, true, AppContext.BaseDirectory, module, module, version, version, none, none, module, module);
        typeof(SessionStateCommandEntry).GetMethod("SetPSSnapIn", Instance, [snapIn.GetType()])!.Invoke(entry, [snapIn]);
    }

    private static object New(string typeName, params object?[] arguments) =>
        Activator.CreateInstance(Find(typeName), Instance, null, arguments, null)!;

    private static Type Find(string typeName) => typeof(PSObject).Assembly.GetType(typeName, throwOnError: true)!;
}
