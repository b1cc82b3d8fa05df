using System.Collections;
using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Pester;

/// <summary>Runs a script block inside an imported module.</summary>
[Cmdlet(Keyword.Verb, "InModuleScope")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class InModuleScopeKeyword : PSCmdlet
{
    private const string Call = "param($module, $script, $parameters) $module | ForEach-Object { & $_ $script @parameters }";

    [Parameter(Mandatory = true, Position = 0)]
    public string ModuleName { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    [Parameter]
    public IDictionary Parameters { get; set; } = new Hashtable();

    protected override void EndProcessing()
    {
        List<PSObject> found = [.. InvokeCommand.InvokeScript("Microsoft.PowerShell.Core\\Get-Module -Name $args[0]", ModuleName)];
        if (found is not [{ BaseObject: PSModuleInfo module }])
        {
            throw new PSInvalidOperationException($"{found.Count} modules named '{ModuleName}' are imported, not one");
        }

        WriteObject(InvokeCommand.InvokeScript(true, WithParameters(), null, module, ScriptBlock, Parameters), true);
    }

    // As in Pester, the parameters are variables too, whether the block declares them or not.
    private static ScriptBlock WithParameters() => ScriptBlock.Create(Call);
}
