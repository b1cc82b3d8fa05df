using System.Text;
using EngineHost;
using EngineHost.Engine;
using EngineHost.Modes;

const string Usage = """
    engine_host test [--dates strings|datetime] [--width N] [--strict] FILE_OR_FOLDER...
    engine_host run [options] SCRIPT | -c CODE
    engine_host complete LINE [SETUP]
    engine_host stop CODE N
    """;

UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
using StreamWriter output = new(Console.OpenStandardOutput(), utf8) { AutoFlush = true, NewLine = "\n" };
try
{
    Options options = Options.Parse(args);
    using EngineSession engine = EngineSession.Open(options);
    return options.Mode switch
    {
        "test" => new TestMode(engine, output).Run(options.Arguments),
        "run" => new RunMode(engine, output).Run(options.Arguments),
        "complete" => new CompleteMode(engine, output).Run(options.Arguments),
        "stop" => new StopMode(engine, output).Run(options.Arguments),
        _ => throw new UsageException(options.Mode.Length == 0 ? "no mode given" : $"unknown mode {options.Mode}"),
    };
}
catch (UsageException e)
{
    Console.Error.WriteLine($"error: {e.Message}\n{Usage}");
    return 2;
}
