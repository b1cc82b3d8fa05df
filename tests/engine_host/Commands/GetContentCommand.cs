using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Get-Content for text files: line by line, or as one string.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
[FromModule(FromModuleAttribute.Management)]
public sealed class GetContentCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    public SwitchParameter Raw { get; set; }

    protected override void ProcessRecord()
    {
        IEnumerable<string> files = ParameterSetName == nameof(LiteralPath)
            ? LiteralPath.Select(GetUnresolvedProviderPathFromPSPath)
            : Path.SelectMany(path => GetResolvedProviderPathFromPSPath(path, out _));
        foreach (string file in files)
        {
            WriteObject(Raw ? File.ReadAllText(file) : File.ReadLines(file), enumerateCollection: true);
        }
    }
}
