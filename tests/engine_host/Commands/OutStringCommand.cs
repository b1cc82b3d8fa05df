using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using EngineHost.Engine;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Double of Out-String on the engine's own formatter.</summary>
[Cmdlet("Out", "String")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class OutStringCommand : FrontEndCommandBase
{
    private const int DefaultWidth = 120;

    private readonly StringBuilder text = new();
    private readonly object manager = EngineInternals.NewFormatting("OutputManagerInner");
    private TextWriter? writer;

    public OutStringCommand() => EngineInternals.SetImplementation(this, manager);

    [Parameter]
    public SwitchParameter Stream { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; } = DefaultWidth;

    protected override void BeginProcessing()
    {
        Type callback = EngineInternals.FormattingType("StreamingTextWriter").GetNestedType("WriteLineCallback", BindingFlags.NonPublic)!;
        Delegate onLine = Delegate.CreateDelegate(callback, this, nameof(OnLine));
        writer = (TextWriter)EngineInternals.NewFormatting("StreamingTextWriter", onLine, CultureInfo.InvariantCulture);
        object output = EngineInternals.NewFormatting("TextWriterLineOutput", writer, Width);
        manager.GetType().GetProperty("LineOutput", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(manager, output);
        base.BeginProcessing();
    }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        writer!.Flush();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        writer!.Flush();
        if (!Stream)
        {
            WriteObject(text.ToString());
        }
    }

    private void OnLine(string line)
    {
        if (Stream)
        {
            WriteObject(line);
        }
        else
        {
            text.AppendLine(line);
        }
    }
}
