using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace EngineHost.Pester;

/// <summary>Runs code of a test file in scopes of the session, one inside the other as Pester does.</summary>
internal sealed class Scopes(SessionState session)
{
    private readonly ScriptBlock open = ScriptBlock.Create("$args[0].Invoke()");
    private readonly ScriptBlock splat = ScriptBlock.Create("$______data = $args[1]; . $args[0] @______data");

    /// <summary>Runs an action while a new scope is the current one. The action must not throw.</summary>
    public void InNew(Action action) => session.InvokeCommand.InvokeScript(true, open, null, action);

    /// <summary>Runs a script block in the current scope, as <c>. { }</c> does.</summary>
    /// <param name="script">What to run.</param>
    /// <param name="data">What a param() in it is bound to.</param>
    public void Dot(ScriptBlock script, TestData? data = null)
    {
        bool declares = script.Ast is ScriptBlockAst { ParamBlock: not null };
        if (declares && data?.Table is { } table)
        {
            session.InvokeCommand.InvokeScript(false, splat, null, script, table);
        }
        else
        {
            session.InvokeCommand.InvokeScript(false, script, null);
        }
    }

    /// <summary>Makes the data of a test or block variables of the current scope.</summary>
    public void Set(TestData? data)
    {
        if (data is null)
        {
            return;
        }

        session.PSVariable.Set("_", data.Item);
        foreach (DictionaryEntry entry in data.Table ?? new Hashtable())
        {
            session.PSVariable.Set(LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value);
        }
    }

    /// <summary>Evaluates an expression in the current scope.</summary>
    public object? Evaluate(string expression)
    {
        List<PSObject> results = [.. session.InvokeCommand.InvokeScript(false, ScriptBlock.Create(expression), null)];
        return results.Count == 1 ? results[0] : results.Count == 0 ? null : results.ToArray();
    }
}
