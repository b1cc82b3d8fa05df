using System.Collections;
using System.Management.Automation;

namespace EngineHost.Commands;

/// <summary>What a value becomes when it is sent down a pipeline.</summary>
internal static class PipelineValues
{
    public static IEnumerable<object?> Of(object? value)
    {
        IEnumerable? many = LanguagePrimitives.GetEnumerable(value);
        return many is null ? [value] : many.Cast<object?>();
    }
}
