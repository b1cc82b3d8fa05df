using System.Management.Automation;
using EngineHost.Commands;
using EngineHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Double of ConvertFrom-Json with the one parameter that every edition has. Each piped line that is a whole document
/// gives its own result; when the first one is not, all lines together are one document.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
[FromModule(FromModuleAttribute.Utility)]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> lines = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    protected override void ProcessRecord() => lines.Add(InputObject);

    protected override void EndProcessing()
    {
        if (lines.Count <= 1)
        {
            lines.ForEach(line => Write(line));
        }
        else if (FirstIsWhole())
        {
            lines.Skip(1).ToList().ForEach(line => Write(line));
        }
        else
        {
            Write(string.Join(Environment.NewLine, lines));
        }
    }

    private bool FirstIsWhole()
    {
        try
        {
            return Write(lines[0]);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private bool Write(string text)
    {
        try
        {
            object? result = JsonReader.Read(text);
            WriteObject(result, enumerateCollection: JsonReader.Style == JsonStyle.DateTime);
            return result is not null;
        }
        catch (DuplicateKeyException e)
        {
            ThrowTerminatingError(new ErrorRecord(e, e.ErrorId, ErrorCategory.InvalidOperation, null));
            throw;
        }
    }
}
