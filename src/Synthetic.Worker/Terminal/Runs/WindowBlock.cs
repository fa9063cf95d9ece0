using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>One window of an interaction, INP or response: number, rating, bar, and who took it.</summary>
/// <param name="Name"><c>INP</c> or <c>response</c>.</param>
/// <param name="Ms">Its length.</param>
/// <param name="Bound">A sign before the number where it is only a bound.</param>
/// <param name="Rating">Its rating.</param>
/// <param name="Timeline">Where its time went.</param>
/// <param name="Culprit">Who took most of it.</param>
internal sealed record WindowBlock(
    string Name, double Ms, string Bound, Rating Rating, IReadOnlyList<Segment> Timeline, Culprit? Culprit)
{
    private const int Indent = 4;
    private const int BarColumn = Indent + 28;

    public static IEnumerable<WindowBlock> Of(InteractionResult interaction, Glyphs glyphs)
    {
        if (interaction.Inp is { } inp)
        {
            var bound = inp.Bound switch { "lower" => glyphs.AtLeast, "upper" => glyphs.AtMost, _ => "" };
            yield return new("INP", inp.Ms, bound, inp.Rating, inp.Timeline, inp.Culprit);
        }

        if (interaction.Response is { } response)
            yield return new("response", response.Ms, "", response.Rating, response.Timeline, response.Culprit);
    }

    /// <summary><c>response   518 ms  good  ▓▓██████░</c></summary>
    public Line Bar(double scaleMs, Screen screen) =>
        Line.Indented(Indent)
            .Add(Name, TextStyle.Strong)
            .PadTo(Indent + 9)
            .Add((Bound + Amount.Time(Ms)).PadLeft(10), TextStyles.Of(Rating))
            .PadTo(Indent + 21)
            .Add(TextStyles.Word(Rating), TextStyles.Of(Rating))
            .PadTo(BarColumn)
            .Add(Timeline.Count == 0 ? new Line() : TimelineBar.Of(Timeline, Ms, scaleMs, screen.Width - BarColumn, screen));

    /// <summary>Legend, sentence and evidence for the windows of one interaction; nothing where nobody is to blame.</summary>
    public static IEnumerable<Line> Verdicts(IReadOnlyList<WindowBlock> windows, Screen screen)
    {
        var blamed = windows.Where(window => window.Culprit is not null).ToList();
        // One culprit in both windows is said once.
        if (blamed is [{ Culprit: { } inp } first, { Culprit: { } response } second] && Same(inp, response))
            return second.Verdict(CulpritSentence.OfBoth(inp, first.Ms, response, second.Ms, screen), screen);
        return blamed.SelectMany(window => window.Verdict(
            (blamed.Count > 1 ? window.Name + ": " : "") + CulpritSentence.Of(window.Culprit!, window.Ms, screen), screen));
    }

    private static bool Same(Culprit one, Culprit other) => one.Kind == other.Kind && one.Component == other.Component;

    private IEnumerable<Line> Verdict(string sentence, Screen screen)
    {
        foreach (var line in Legend.Of(Timeline, Indent, screen))
            yield return line;
        var pointer = Line.Indented(Indent).Add(screen.Glyphs.Pointer + " ", TextStyles.Of(Culprit!.Kind));
        sentence += $" {screen.Glyphs.Dot} {Culprit.Confidence.ToString().ToLowerInvariant()}";
        foreach (var line in Paragraph.Of(sentence, pointer, TextStyle.Strong, screen))
            yield return line;
        foreach (var fact in Culprit.Evidence)
        {
            foreach (var line in Paragraph.Of(fact, Line.Indented(Indent + 3), TextStyle.Dim, screen, most: 2))
                yield return line;
        }
    }
}
