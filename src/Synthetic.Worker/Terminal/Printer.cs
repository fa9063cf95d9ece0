using System.Diagnostics.CodeAnalysis;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Synthetic.Worker.Terminal;

/// <summary>Writes lines for people to one stream: with colours where it is a terminal, as plain text elsewhere.</summary>
internal sealed class Printer
{
    private const int WidthWithoutTerminal = 100;

    private readonly TextWriter _writer;

    private Printer(TextWriter writer, IAnsiConsole? console, Screen screen)
    {
        _writer = writer;
        Console = console;
        Screen = screen;
    }

    /// <summary>The terminal; <c>null</c> where plain text goes elsewhere, which then costs no start-up time.</summary>
    public IAnsiConsole? Console { get; }

    public Screen Screen { get; }

    /// <summary>Whether somebody watches, so that lines may be redrawn.</summary>
    [MemberNotNullWhen(true, nameof(Console))]
    public bool Live => Console?.Profile.Capabilities.Ansi == true;

    /// <summary>Finds out what a stream can show.</summary>
    /// <param name="writer">The stream.</param>
    /// <param name="terminal">Whether it is a terminal.</param>
    /// <param name="environment">Gives <c>NO_COLOR</c>, <c>TERM</c>, <c>COLUMNS</c> and the locale.</param>
    public static Printer For(TextWriter writer, bool terminal, Func<string, string?> environment)
    {
        var console = terminal && environment("TERM") != "dumb" ? Open(writer, string.IsNullOrEmpty(environment("NO_COLOR"))) : null;
        var width = int.TryParse(environment("COLUMNS"), out var columns) ? columns : console?.Profile.Width ?? WidthWithoutTerminal;
        var colour = console is not null && console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        return new(writer, console, Screen.Of(width, KnowsUnicode(environment), colour));
    }

    private static IAnsiConsole Open(TextWriter writer, bool colour) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Detect,
        ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
        // Build servers announce themselves in the environment; what counts here is the stream alone.
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    public void Write(IEnumerable<Line> lines)
    {
        if (!Screen.Colour)
        {
            foreach (var line in lines)
                _writer.WriteLine(line.ToString());
            return;
        }

        foreach (var line in lines)
            Console!.Write(new StyledLine(line, newLine: true));
    }

    public void Write(string text) => Write([new Line().Add(text)]);

    /// <summary>Wraps a line for Spectre's live display.</summary>
    public static IRenderable Renderable(IEnumerable<Line> lines) => new Rows(lines.Select(line => new StyledLine(line, newLine: false)));

    // No locale at all is common in containers, and what reads their output knows UTF-8.
    private static bool KnowsUnicode(Func<string, string?> environment)
    {
        if (environment("TERM") == "dumb")
            return false;
        IEnumerable<string> byPrecedence = ["LC_ALL", "LC_CTYPE", "LANG"];
        var locale = byPrecedence.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is null || locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class StyledLine(Line line, bool newLine) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            foreach (var piece in line.Pieces)
                yield return new Segment(piece.Text, Palette.Of(piece));
            if (newLine)
                yield return Segment.LineBreak;
        }

        protected override Measurement Measure(RenderOptions options, int maxWidth) => new(line.Width, line.Width);
    }
}
