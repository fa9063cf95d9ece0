using System.Text;
using Synthetic.Worker.Terminal;

namespace Synthetic.Worker.Cli;

/// <summary>What a command may use of the process it runs in.</summary>
internal sealed record Surroundings
{
    internal required TextReader In { get; init; }

    /// <summary>For results only.</summary>
    internal required TextWriter Out { get; init; }

    /// <summary>For progress and trouble.</summary>
    internal required TextWriter Error { get; init; }

    internal bool OutIsTerminal { get; init; }

    internal bool ErrorIsTerminal { get; init; }

    /// <summary>Gives an environment variable's value.</summary>
    internal required Func<string, string?> Variable { get; init; }

    internal required TimeProvider Time { get; init; }

    /// <summary>Where evidence comes from.</summary>
    internal required IEvidenceOpener Evidence { get; init; }

    internal Printer OutPrinter => Printer.For(Out, OutIsTerminal, Variable);

    internal Printer ErrorPrinter => Printer.For(Error, ErrorIsTerminal, Variable);

    internal static Surroundings OfThisProcess() => new()
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
    internal void Say(string text) => Error.WriteLine(text);

    /// <summary>Says what is wrong with the usage.</summary>
    internal int Refuse(params IEnumerable<string> errors)
    {
        foreach (var error in errors)
            Say(error);
        return ExitCode.Usage;
    }

    // Records are lines ended by \n on every system, in UTF-8 without a mark.
    private static StreamWriter Lines(Stream stream) => new(stream, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
}
