using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>One window of an interaction, INP or response: number, rating, bar, and who took it.</summary>
/// <param name="Window">The window.</param>
/// <param name="Bound">A sign before its length where that is only a bound.</param>
internal sealed record WindowBlock(Window Window, string Bound)
{
    private const int Indent = 4;
    private const int BarColumn = Indent + 28;

    public string Name => Window.Kind.Name();

    public double Ms => Window.Ms;

    public static IEnumerable<WindowBlock> Of(InteractionResult interaction, Glyphs glyphs) => interaction.Windows.Select(window =>
        new WindowBlock(window, (window as InpWindow)?.Bound switch { "lower" => glyphs.AtLeast, "upper" => glyphs.AtMost, _ => "" }));

    /// <summary><c>response   518 ms  good  ▓▓██████░</c></summary>
    public Line Bar(double scaleMs, Screen screen) =>
        Line.Indented(Indent)
            .Add(Name, TextStyle.Strong)
            .PadTo(Indent + 9)
            .Add((Bound + Amount.Time(Ms)).PadLeft(10), TextStyles.Of(Window.Rating))
            .PadTo(Indent + 21)
            .Add(TextStyles.Word(Window.Rating), TextStyles.Of(Window.Rating))
            .PadTo(BarColumn)
            .Add(Window.Timeline.Count == 0 ? new Line() : TimelineBar.Of(Window.Timeline, Ms, scaleMs, screen.Width - BarColumn, screen));

    /// <summary>Legend, sentence and evidence for the windows of one interaction; nothing where nobody is to blame.</summary>
    public static IEnumerable<Line> Verdicts(IReadOnlyList<WindowBlock> windows, Screen screen)
    {
        var blamed = windows.Where(window => window.Window.Culprit is not null).ToList();
        // One culprit in both windows is said once.
        if (blamed is [{ Window.Culprit: { } inp } first, { Window.Culprit: { } response } second] && inp.Cause == response.Cause)
            return second.Verdict(CulpritSentence.OfBoth(inp, first.Ms, response, second.Ms, screen), screen);
        return blamed.SelectMany(window => window.Verdict(
            (blamed.Count > 1 ? window.Name + ": " : "") + CulpritSentence.Of(window.Window.Culprit!, window.Ms, screen), screen));
    }

    private IEnumerable<Line> Verdict(string sentence, Screen screen)
    {
        foreach (var line in Legend.Of(Window.Timeline, Indent, screen))
            yield return line;
        var pointer = Line.Indented(Indent).Add(screen.Glyphs.Pointer + " ", TextStyles.Of(Window.Culprit!.Cause));
        sentence += $" {screen.Glyphs.Dot} {Window.Culprit.Confidence.ToString().ToLowerInvariant()}";
        foreach (var line in Paragraph.Of(sentence, pointer, TextStyle.Strong, screen))
            yield return line;
        foreach (var fact in Window.Culprit.Evidence)
        {
            foreach (var line in Paragraph.Of(fact, Line.Indented(Indent + 3), TextStyle.Dim, screen, most: 6))
                yield return line;
        }
    }
}
