using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using EngineHost.Pester;

namespace EngineHost.Engine;

/// <summary>What a session of this host starts with. Public, so that tests can open sessions of their own with it.</summary>
public static class EngineState
{
    /// <summary>The engine's own cmdlets and providers, the doubles of those that its package lacks, and Pester's words.</summary>
    public static InitialSessionState Create()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        foreach (Type type in Assembly.GetExecutingAssembly().GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet)
            {
                Add(state, type, cmdlet);
            }
        }

        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        return state;
    }

    private static void Add(InitialSessionState state, Type type, CmdletAttribute cmdlet)
    {
        SessionStateCmdletEntry entry = new($"{cmdlet.VerbName}-{cmdlet.NounName}", type, null);
        EngineInternals.SetModuleName(entry, type.GetCustomAttribute<FromModuleAttribute>()?.Name ?? nameof(EngineHost));
        state.Commands.Add(entry);
        if (cmdlet.VerbName == Keyword.Verb)
        {
            state.Commands.Add(new SessionStateAliasEntry(cmdlet.NounName, entry.Name));
        }
    }
}
