namespace Synthetic.Core.Diagnosing;

/// <summary>A stretch of time and what it went into; instants on the run's clock.</summary>
internal readonly record struct Stretch(double Start, double End, Segment What);

/// <summary>
/// Lays stretches over a window so that every instant belongs to exactly one: what is laid first keeps its place,
/// what comes later gets what is left. So a timeline adds up however its evidence overlaps.
/// </summary>
internal sealed class Paint(double start, double end)
{
    private readonly List<Stretch> _laid = [];

    /// <summary>Lays a stretch where the window is still free.</summary>
    public void Lay(double from, double to, Segment what)
    {
        from = Math.Max(from, start);
        to = Math.Min(to, end);
        if (!(to > from))
            return;
        foreach (var (gapStart, gapEnd) in Free(from, to))
            _laid.Add(new Stretch(gapStart, gapEnd, what));
    }

    /// <summary>Fills whatever is still free.</summary>
    /// <param name="what">Names a gap by its bounds.</param>
    public void Fill(Func<double, double, Segment> what)
    {
        foreach (var (from, to) in Free(start, end))
            _laid.Add(new Stretch(from, to, what(from, to)));
    }

    /// <summary>The segments in order, neighbours of the same kind joined, on a grid of a tenth of a millisecond.</summary>
    public IReadOnlyList<Segment> Segments()
    {
        var merged = new List<Stretch>();
        foreach (var stretch in _laid.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (merged.Count > 0 && merged[^1].What.Equals(stretch.What))
                merged[^1] = merged[^1] with { End = stretch.End };
            else
                merged.Add(stretch);
        }
        var segments = new List<Segment>(merged.Count);
        foreach (var stretch in merged)
        {
            // Bounds are rounded, not lengths: so that rounding never adds up.
            var from = Round(stretch.Start - start);
            var ms = Round(Round(stretch.End - start) - from);
            if (ms > 0)
                segments.Add(stretch.What with { StartMs = from, Ms = ms });
        }
        return segments;
    }

    /// <summary>To a tenth of a millisecond, the browser's own step.</summary>
    public static double Round(double ms) => Math.Round(ms, 1, MidpointRounding.AwayFromZero) + 0.0;

    private List<(double From, double To)> Free(double from, double to)
    {
        var free = new List<(double, double)>();
        var cursor = from;
        foreach (var stretch in _laid.Where(s => s.End > from && s.Start < to).OrderBy(s => s.Start))
        {
            if (stretch.Start > cursor)
                free.Add((cursor, stretch.Start));
            cursor = Math.Max(cursor, stretch.End);
        }
        if (cursor < to)
            free.Add((cursor, to));
        return free;
    }
}
