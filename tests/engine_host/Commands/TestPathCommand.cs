using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Test-Path: whether something is there, and whether it is a container or a leaf.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[FromModule(FromModuleAttribute.Management)]
public sealed class TestPathCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true)]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    [ValidateSet("Any", "Container", "Leaf")]
    public string PathType { get; set; } = "Any";

    protected override void ProcessRecord()
    {
        bool literal = ParameterSetName == nameof(LiteralPath);
        foreach (string path in literal ? LiteralPath : Path)
        {
            WriteObject(Exists(literal ? WildcardPattern.Escape(path) : path));
        }
    }

    private bool Exists(string path) => InvokeProvider.Item.Exists(path) && (PathType == "Any"
        || InvokeProvider.Item.IsContainer(path) == (PathType == "Container"));
}
