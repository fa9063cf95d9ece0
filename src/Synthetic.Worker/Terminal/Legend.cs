using Synthetic.Core.Diagnosing;

namespace Synthetic.Worker.Terminal;

/// <summary>What a bar's stretches are and how long each kind took.</summary>
internal static class Legend
{
    internal static IEnumerable<Line> Of(IReadOnlyList<Segment> timeline, int indent, Screen screen) =>
        Paragraph.Items(
            timeline.GroupBy(segment => segment.Kind).Select(kind => Entry(kind.Key, [.. kind], screen)),
            indent, "  ", screen);

    private static Line Entry(SegmentKind kind, IReadOnlyList<Segment> segments, Screen screen)
    {
        var ink = Inks.Of(kind);
        var sign = screen.Colour && screen.Glyphs.Unicode && kind is not (SegmentKind.Idle or SegmentKind.Unattributed)
            ? '█' : screen.Glyphs.Fill[kind];
        var line = new Line()
            .Add($"{sign} ", ink)
            .Add($"{Inks.Word(kind)} ", Ink.Dim)
            .Add(Amount.Bare(segments.Sum(segment => segment.Ms)));
        var components = Components(segments, screen);
        return components.Length == 0 ? line : line.Add($" ({components})", Ink.Dim);
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
