using System.Management.Automation.Host;

namespace EngineHost.Engine;

/// <summary>A screen of fixed width, which is all that formatting asks of it.</summary>
internal sealed class RawScreen(int width) : PSHostRawUserInterface
{
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize { get; set; } = new(width, 9999);

    public override Size WindowSize { get; set; } = new(width, 50);

    public override Size MaxWindowSize => new(width, 50);

    public override Size MaxPhysicalWindowSize => new(width, 50);

    public override string WindowTitle { get; set; } = "";

    public override bool KeyAvailable => false;

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw Screen.NotInteractive();

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Screen.NotInteractive();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }
}
