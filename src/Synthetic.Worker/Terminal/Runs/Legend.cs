using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>What a bar's stretches are and how long each kind took.</summary>
internal static class Legend
{
    // Kinds below this part of the window are added up: they explain nothing and hide what does.
    private const double LeastShare = 0.02;

    public static IEnumerable<Line> Of(IReadOnlyList<Segment> timeline, int indent, Screen screen)
    {
        var all = timeline.Sum(segment => segment.Ms);
        var kinds = timeline.GroupBy(segment => segment.Kind).ToLookup(kind => kind.Sum(segment => segment.Ms) >= all * LeastShare);
        var entries = kinds[true].Select(kind => Entry(kind.Key, [.. kind], screen));
        var rest = kinds[false].SelectMany(kind => kind).Sum(segment => segment.Ms);
        if (rest > 0)
            entries = entries.Append(new Line().Add("other ", TextStyle.Dim).Add(Amount.Bare(rest)));
        return Paragraph.Items(entries, indent, "  ", screen);
    }

    private static Line Entry(SegmentKind kind, IReadOnlyList<Segment> segments, Screen screen)
    {
        var style = TextStyles.Of(kind);
        var sign = screen.Colour && screen.Glyphs.Unicode && SegmentTable.Of(kind).IsSeen
            ? '█' : screen.Glyphs.Fill(kind);
        var line = new Line()
            .Add($"{sign} ", style)
            .Add($"{SegmentTable.Of(kind).Word} ", TextStyle.Dim)
            .Add(Amount.Bare(segments.Sum(segment => segment.Ms)));
        var components = Components(segments, screen);
        return components.Length == 0 ? line : line.Add($" ({components})", TextStyle.Dim);
    }

    private static string Components(IReadOnlyList<Segment> segments, Screen screen)
    {
        const int most = 4;
        var sums = segments
            .SelectMany(segment => segment.Components ?? [])
            .GroupBy(component => component.Name, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Ms: group.Sum(component => component.Ms)))
            .OrderByDescending(component => component.Ms)
            .ToList();
        var shown = sums.Take(most).Select(sum => $"{screen.Cut(sum.Name, 20)} {Amount.Bare(sum.Ms)}");
        return string.Join(
            $" {screen.Glyphs.Dot} ",
            sums.Count > most ? shown.Append($"{sums.Count - most} more") : shown);
    }
}
