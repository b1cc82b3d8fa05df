using System.Management.Automation;

namespace EngineHost.Engine;

/// <summary>Connects a formatting cmdlet to the engine's own formatter of one shape.</summary>
internal static class FormatShape
{
    /// <param name="cmdlet">A cmdlet of the engine's formatting family.</param>
    /// <param name="shape">Table or List.</param>
    public static void Give(PSCmdlet cmdlet, string shape)
    {
        object value = Enum.Parse(EngineInternals.FormattingType("FormatShape"), shape);
        EngineInternals.SetImplementation(cmdlet, EngineInternals.NewFormatting("InnerFormatShapeCommand", value));
    }
}
