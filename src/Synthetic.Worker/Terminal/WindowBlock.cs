using Synthetic.Core.Diagnosing;
using Synthetic.Core.Running;

namespace Synthetic.Worker.Terminal;

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

    internal static IEnumerable<WindowBlock> Of(InteractionResult interaction, Glyphs glyphs)
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
    internal Line Bar(double scaleMs, Screen screen) =>
        Line.Indented(Indent)
            .Add(Name, Ink.Strong)
            .PadTo(Indent + 9)
            .Add((Bound + Amount.Time(Ms)).PadLeft(10), Inks.Of(Rating))
            .PadTo(Indent + 21)
            .Add(Inks.Word(Rating), Inks.Of(Rating))
            .PadTo(BarColumn)
            .Add(Timeline.Count == 0 ? new Line() : TimelineBar.Of(Timeline, Ms, scaleMs, screen.Width - BarColumn, screen));

    /// <summary>Legend, sentence and evidence; nothing where nobody is to blame.</summary>
    internal IEnumerable<Line> Verdict(bool named, Screen screen)
    {
        if (Culprit is null)
            yield break;
        foreach (var line in Legend.Of(Timeline, Indent, screen))
            yield return line;
        var pointer = Line.Indented(Indent).Add(screen.Glyphs.Pointer + " ", Inks.Of(Culprit.Kind));
        var sentence = (named ? Name + ": " : "") + CulpritSentence.Of(Culprit, Ms, screen)
            + $" {screen.Glyphs.Dot} {Culprit.Confidence.ToString().ToLowerInvariant()}";
        foreach (var line in Paragraph.Of(sentence, pointer, Ink.Strong, screen))
            yield return line;
        foreach (var fact in Culprit.Evidence)
        {
            foreach (var line in Paragraph.Of(fact, Line.Indented(Indent + 3), Ink.Dim, screen, most: 2))
                yield return line;
        }
    }
}
