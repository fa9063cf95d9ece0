using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A timeline as a bar: each stretch as long as its time.</summary>
internal static class TimelineBar
{
    /// <summary>Draws a bar.</summary>
    /// <param name="timeline">The segments, in order.</param>
    /// <param name="ms">The window's length.</param>
    /// <param name="scaleMs">What the full width stands for; bars of one step share it, so that they compare.</param>
    /// <param name="width">The full width in cells.</param>
    /// <param name="screen">What it is drawn on.</param>
    public static Line Of(IReadOnlyList<Segment> timeline, double ms, double scaleMs, int width, Screen screen)
    {
        var cells = Math.Clamp((int)Math.Round(width * ms / scaleMs), 1, width);
        var owners = Owners(timeline, ms, cells);
        var line = new Line();
        for (var from = 0; from < cells;)
        {
            var to = from + 1;
            while (to < cells && owners[to] == owners[from])
                to++;
            Draw(line, owners[from] < 0 ? null : timeline[owners[from]], to - from, screen);
            from = to;
        }

        return line;
    }

    // Each cell goes to the segment with the largest part of it: positions stay true, slivers give way.
    private static int[] Owners(IReadOnlyList<Segment> timeline, double ms, int cells)
    {
        var owners = new int[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            var (from, to) = (cell * ms / cells, (cell + 1) * ms / cells);
            var best = 0.0;
            owners[cell] = -1;
            for (var i = 0; i < timeline.Count; i++)
            {
                var part = Math.Min(to, timeline[i].StartMs + timeline[i].Ms) - Math.Max(from, timeline[i].StartMs);
                if (part > best)
                    (best, owners[cell]) = (part, i);
            }
        }

        return owners;
    }

    private static void Draw(Line line, Segment? segment, int cells, Screen screen)
    {
        var kind = segment?.Kind ?? SegmentKind.Unattributed;
        var style = TextStyles.Of(kind);
        // In colour every stretch is solid; without, its texture tells it from its neighbours.
        var solid = screen.Colour && SegmentTable.Of(kind).IsSeen;
        var fill = solid ? (screen.Glyphs.Unicode ? '█' : ' ') : screen.Glyphs.Fill(kind);
        var block = solid && !screen.Glyphs.Unicode;
        var label = segment is null ? "" : Label(segment, cells - 2, screen);
        var spare = cells - Cells.Of(label);
        if (label.Length == 0)
        {
            line.Add(new string(fill, cells), style, block);
            return;
        }

        line.Add(new string(fill, spare / 2), style, block)
            .Add(label, style, solid)
            .Add(new string(fill, spare - spare / 2), style, block);
    }

    // Inside the bar stands what tells most: the component that fills most of a server's stretch, else the kind.
    private static string Label(Segment segment, int room, Screen screen)
    {
        var largest = segment.Components?.MaxBy(component => component.Ms);
        var (name, ms) = largest is not null && largest.Ms * 2 >= segment.Ms
            ? (screen.Cut(largest.Name, 16), largest.Ms)
            : (SegmentTable.Of(segment.Kind).Word, segment.Ms);
        var full = $" {name} {Amount.Bare(ms)} ";
        var brief = $" {name} ";
        return Cells.Of(full) <= room ? full : Cells.Of(brief) <= room ? brief : "";
    }
}
