using System.Collections;
using System.Management.Automation;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of New-Object for .NET types.</summary>
[Cmdlet(VerbsCommon.New, "Object")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class NewObjectCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string TypeName { get; set; } = "";

    [Parameter(Position = 1)]
    public object[] ArgumentList { get; set; } = [];

    [Parameter]
    public IDictionary Property { get; set; } = new Hashtable();

    protected override void EndProcessing()
    {
        ScriptBlock make = ScriptBlock.Create("$type, $list = $args; , $type::new.Invoke($list)");
        Type type = LanguagePrimitives.ConvertTo<Type>(TypeName);
        PSObject result = PSObject.AsPSObject(InvokeCommand.InvokeScript(true, make, null, type, ArgumentList)[0]);
        foreach (DictionaryEntry entry in Property)
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            if (result.Properties[name] is { } known)
            {
                known.Value = entry.Value;
            }
            else
            {
                result.Properties.Add(new PSNoteProperty(name, entry.Value));
            }
        }

        WriteObject(result);
    }
}
