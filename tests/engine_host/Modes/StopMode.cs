using System.Globalization;
using System.Management.Automation;
using EngineHost.Engine;

namespace EngineHost.Modes;

/// <summary><c>host stop</c>: starts a pipeline, stops it after some outputs as Ctrl-C does, and says how it ended.</summary>
internal sealed class StopMode(EngineSession engine, TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>The exit code: 0 when the pipeline was stopped.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        if (arguments is not [string code, string number]
            || !int.TryParse(number, CultureInfo.InvariantCulture, out int wanted) || wanted < 1)
        {
            throw new UsageException("stop takes a text and how many outputs to wait for");
        }

        using PowerShell shell = PowerShell.Create(engine.Runspace);
        shell.AddScript(code);
        using PSDataCollection<PSObject> results = [];
        using SemaphoreSlim arrived = new(0);
        results.DataAdded += (_, _) => arrived.Release();
        IAsyncResult call = shell.BeginInvoke<PSObject, PSObject>(null, results);
        bool came = Enumerable.Range(0, wanted).All(_ => arrived.Wait(Patience));
        shell.Stop();
        output.WriteLine($"{shell.InvocationStateInfo.State} after {results.Count} outputs: {Ending(shell, call)}");
        return came && shell.InvocationStateInfo.State == PSInvocationState.Stopped ? 0 : 1;
    }

    private static string Ending(PowerShell shell, IAsyncResult call)
    {
        try
        {
            shell.EndInvoke(call);
            return "no exception";
        }
        catch (RuntimeException e)
        {
            return e.GetType().Name;
        }
    }
}
