using System.Text;
using Synthetic.Worker.Cli.Runs;
using Synthetic.Worker.Terminal;

namespace Synthetic.Worker.Cli;

/// <summary>What a command may use of the process it runs in.</summary>
internal sealed record CommandContext
{
    public required TextReader In { get; init; }

    /// <summary>For results only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>For progress and trouble.</summary>
    public required TextWriter Error { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Gives an environment variable's value.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Where evidence comes from.</summary>
    public required IEvidenceOpener Evidence { get; init; }

    public Printer OutPrinter => Printer.For(Out, OutIsTerminal, Variable);

    public Printer ErrorPrinter => Printer.For(Error, ErrorIsTerminal, Variable);

    public static CommandContext OfThisProcess() => new()
    {
        In = Console.In,
        Out = Lines(Console.OpenStandardOutput()),
        Error = Lines(Console.OpenStandardError()),
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
        Time = TimeProvider.System,
        Evidence = new BrowserOpener(TimeProvider.System),
    };

    /// <summary>Says something on standard error.</summary>
    public void Say(string text) => Error.WriteLine(text);

    /// <summary>Says what is wrong with the usage.</summary>
    public int Refuse(params IEnumerable<string> errors)
    {
        foreach (var error in errors)
            Say(error);
        return ExitCode.Usage;
    }

    // Records are lines ended by \n on every system, in UTF-8 without a mark.
    private static StreamWriter Lines(Stream stream) => new(stream, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
}
