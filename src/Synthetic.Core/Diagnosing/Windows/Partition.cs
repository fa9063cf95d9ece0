using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>A stretch of time and what it went into; instants on the run's clock.</summary>
internal readonly record struct Stretch(double Start, double End, Segment What);

/// <summary>
/// Lays stretches over a window so that every instant belongs to exactly one: what is laid first keeps its place,
/// what comes later gets what is left. So a timeline adds up however its evidence overlaps.
/// </summary>
internal sealed class Partition
{
    private readonly double _start;
    private readonly List<Stretch> _laid = [];

    // What is still free, in order: thousands of stretches may be laid, so none of them looks at all the others.
    private readonly List<(double From, double To)> _free = [];

    public Partition(double start, double end)
    {
        _start = start;
        if (end > start)
            _free.Add((start, end));
    }

    /// <summary>Whether nothing is left: whatever else is laid changes nothing.</summary>
    public bool IsFull => _free.Count == 0;

    /// <summary>Lays a stretch where the window is still free.</summary>
    public void Lay(double from, double to, Segment what)
    {
        if (!(to > from) || IsFull)
            return;
        var first = FirstEndingAfter(from);
        var last = first;
        var left = new List<(double, double)>(2);
        for (; last < _free.Count && _free[last].From < to; last++)
        {
            var (gapFrom, gapTo) = _free[last];
            _laid.Add(new Stretch(Math.Max(from, gapFrom), Math.Min(to, gapTo), what));
            if (gapFrom < from)
                left.Add((gapFrom, from));
            if (gapTo > to)
                left.Add((to, gapTo));
        }
        _free.RemoveRange(first, last - first);
        _free.InsertRange(first, left);
    }

    /// <summary>Fills whatever is still free.</summary>
    /// <param name="what">Names a gap by its bounds.</param>
    public void Fill(Func<double, double, Segment> what)
    {
        _laid.AddRange(_free.Select(gap => new Stretch(gap.From, gap.To, what(gap.From, gap.To))));
        _free.Clear();
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
            var from = Milliseconds.Round(stretch.Start - _start);
            var ms = Milliseconds.Round(Milliseconds.Round(stretch.End - _start) - from);
            if (ms > 0)
                segments.Add(stretch.What with { StartMs = from, Ms = ms, Components = ServerAccount.Within(stretch.What.Components, ms) });
        }
        return segments;
    }

    private int FirstEndingAfter(double instant)
    {
        int low = 0, high = _free.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_free[middle].To > instant)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
