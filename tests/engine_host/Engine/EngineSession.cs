using System.Management.Automation;
using System.Management.Automation.Runspaces;
using EngineHost.Commands;

namespace EngineHost.Engine;

/// <summary>One opened runspace of the real engine and the screen that it writes to.</summary>
internal sealed class EngineSession : IDisposable
{
    // By this test files and Helpers.psm1 know that they run here and not under a whole pwsh.
    private const string TestHostVariable = "WFPCALLOUT_TEST_HOST";

    private EngineSession(ScreenHost host, Runspace runspace)
    {
        Host = host;
        Runspace = runspace;
    }

    public ScreenHost Host { get; }

    public Runspace Runspace { get; }

    /// <summary>Opens the engine.</summary>
    /// <param name="options">What the command line asked for.</param>
    public static EngineSession Open(Options options)
    {
        Environment.SetEnvironmentVariable(TestHostVariable, "1");
        Environment.SetEnvironmentVariable(Options.DatesVariable, options.Json.ToString().ToLowerInvariant());
        JsonReader.Style = options.Json;
        ScreenHost host = new(options.Width);
        Runspace runspace = RunspaceFactory.CreateRunspace(host, EngineState.Create());
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        EngineSession session = new(host, runspace);
        if (options.Strict)
        {
            // In the global scope, as typed at the prompt: from there it reaches into modules too.
            session.Show("Set-StrictMode -Version 3.0", out _);
        }

        return session;
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

    private void ShowError(ErrorRecord error)
    {
        PSObject shown = new(error);
        // The mark by which the default output draws an error record as an error.
        shown.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        using PowerShell shell = PowerShell.Create(Runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", shown).Invoke();
    }
}
