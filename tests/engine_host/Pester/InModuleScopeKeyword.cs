using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using EngineHost.Engine;

namespace EngineHost.Pester;

/// <summary>Runs a script block inside an imported module.</summary>
[Cmdlet(Keyword.Verb, "InModuleScope")]
[FromModule(FromModuleAttribute.Pester)]
public sealed class InModuleScopeKeyword : PSCmdlet
{
    // Runs in the module. Like Pester, it makes the parameters variables, whether the block declares them or not.
    private const string Inside = """
        $______call = $args[0]
        foreach ($______entry in $______call.Parameters.GetEnumerator()) {
            $ExecutionContext.SessionState.PSVariable.Set($______entry.Key, $______entry.Value)
        }
        $______parameters = $______call.Declared
        . $______call.Script @______parameters
        """;

    private static readonly Hashtable NoParameters = [];

    [Parameter(Mandatory = true, Position = 0)]
    public string ModuleName { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1)]
    public ScriptBlock ScriptBlock { get; set; } = null!;

    [Parameter]
    public IDictionary Parameters { get; set; } = NoParameters;

    protected override void EndProcessing()
    {
        PSModuleInfo module = FindModule();
        bool declares = ScriptBlock.Ast is ScriptBlockAst { ParamBlock: not null };
        Hashtable call = new()
        {
            ["Script"] = module.NewBoundScriptBlock(ScriptBlock),
            ["Parameters"] = Parameters,
            ["Declared"] = declares ? Parameters : NoParameters,
        };
        ScriptBlock inside = module.NewBoundScriptBlock(ScriptBlock.Create(Inside));
        WriteObject(InvokeCommand.InvokeScript(true, inside, null, call), enumerateCollection: true);
    }

    private PSModuleInfo FindModule()
    {
        List<PSObject> found = [.. InvokeCommand.InvokeScript("Microsoft.PowerShell.Core\\Get-Module -Name $args[0]", ModuleName)];
        return found is [{ BaseObject: PSModuleInfo module }]
            ? module
            : throw new PSInvalidOperationException($"{found.Count} modules named '{ModuleName}' are imported, not one");
    }
}
