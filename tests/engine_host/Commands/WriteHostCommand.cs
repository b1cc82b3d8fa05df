using System.Management.Automation;
using EngineHost.Commands;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Write-Host, without colours.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class WriteHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    protected override void ProcessRecord()
    {
        string text = string.Join(' ', PipelineValues.Of(Object).Select(LanguagePrimitives.ConvertTo<string>));
        WriteInformation(new HostInformationMessage { Message = text, NoNewLine = NoNewline }, ["PSHOST"]);
    }
}
