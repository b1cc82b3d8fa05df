using System.Management.Automation;
using EngineHost.Commands;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Set-Content for text files; UTF-8 without a byte order mark.</summary>
[Cmdlet(VerbsCommon.Set, "Content")]
[FromModule(FromModuleAttribute.Management)]
public sealed class SetContentCommand : PSCmdlet
{
    private readonly List<string> lines = [];

    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    protected override void ProcessRecord() =>
        lines.AddRange(PipelineValues.Of(Value).Select(LanguagePrimitives.ConvertTo<string>));

    protected override void EndProcessing() => File.WriteAllLines(GetUnresolvedProviderPathFromPSPath(Path), lines);
}
