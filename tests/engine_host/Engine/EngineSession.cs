using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using EngineHost.Commands;
using EngineHost.Pester;

namespace EngineHost.Engine;

/// <summary>One opened runspace of the real engine, with the cmdlets that its package lacks.</summary>
internal sealed class EngineSession : IDisposable
{
    private const string TestHostVariable = "WFPCALLOUT_TEST_HOST";

    private EngineSession(ScreenHost host, Runspace runspace)
    {
        Host = host;
        Runspace = runspace;
    }

    public ScreenHost Host { get; }

    public Runspace Runspace { get; }

    /// <summary>Opens the engine on a screen of the given width.</summary>
    /// <param name="options">What the command line asked for.</param>
    public static EngineSession Open(Options options)
    {
        Environment.SetEnvironmentVariable(TestHostVariable, "1");
        JsonReader.Style = options.Json;
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        AddCmdlets(state);
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        ScreenHost host = new(options.Width);
        Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        EngineSession engine = new(host, runspace);
        engine.Prepare(options.Strict);
        return engine;
    }

    /// <summary>Runs a command line as at a prompt and gives what the screen shows, errors included.</summary>
    /// <param name="script">The text to run.</param>
    /// <param name="succeeded">False when an error ended it.</param>
    public string Show(string script, out bool succeeded)
    {
        using PowerShell shell = PowerShell.Create(Runspace);
        shell.AddScript(script, useLocalScope: false);
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        succeeded = true;
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            succeeded = false;
            ShowError(e.ErrorRecord);
        }

        return Host.Screen.Take();
    }

    public void Dispose() => Runspace.Dispose();

    private static void AddCmdlets(InitialSessionState state)
    {
        foreach (Type type in Assembly.GetExecutingAssembly().GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is not { } cmdlet)
            {
                continue;
            }

            SessionStateCmdletEntry entry = new($"{cmdlet.VerbName}-{cmdlet.NounName}", type, null);
            EngineInternals.SetModuleName(entry, type.GetCustomAttribute<FromModuleAttribute>()?.Name ?? "EngineHost");
            state.Commands.Add(entry);
            if (cmdlet.VerbName == Keyword.Verb)
            {
                state.Commands.Add(new SessionStateAliasEntry(cmdlet.NounName, entry.Name));
            }
        }
    }

    // The strict mode of the global scope is what a user types at the prompt: it reaches into modules too.
    private void Prepare(bool strict)
    {
        if (strict)
        {
            Show("Set-StrictMode -Version 3.0", out _);
        }
    }

    private void ShowError(ErrorRecord error)
    {
        PSObject shown = new(error);
        // The mark by which the default output draws an error record as an error.
        shown.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        using PowerShell shell = PowerShell.Create(Runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", shown).Invoke();
    }
}
