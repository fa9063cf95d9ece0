using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>
/// Divides a window so that every instant belongs to exactly one segment: what is added first keeps its time, what comes
/// later gets what is left. So a timeline adds up however its evidence overlaps.
/// </summary>
internal sealed class Partition
{
    private static readonly Segment NotShown = new() { Kind = SegmentKind.Unattributed, Detail = "more went on than a timeline holds" };

    private readonly double _start;
    private readonly List<Stretch> _taken = [];

    // Kept in order, so that a stretch need not look at all others: there may be thousands.
    private readonly List<(double From, double To)> _free = [];

    private int _left;

    /// <param name="start">When the window begins.</param>
    /// <param name="end">When it ends.</param>
    /// <param name="most">How many stretches and components it takes; what would come after them is told as not shown.</param>
    public Partition(double start, double end, int most)
    {
        (_start, _left) = (start, most);
        if (end > start)
            _free.Add((start, end));
    }

    /// <summary>Whether nothing is left: whatever else is added changes nothing.</summary>
    public bool IsFull => _free.Count == 0 || _left == 0;

    /// <summary>The gaps that are left, in order.</summary>
    public IReadOnlyList<(double From, double To)> Free => _free;

    /// <summary>Gives a segment the time of a stretch that is still free.</summary>
    public void Add(double from, double to, Segment segment)
    {
        if (!(to > from) || IsFull)
            return;
        _left = Math.Max(0, _left - 1 - (segment.Components?.Count ?? 0));
        var first = FirstEndingAfter(from);
        var last = first;
        var left = new List<(double, double)>(2);
        for (; last < _free.Count && _free[last].From < to; last++)
        {
            var (gapFrom, gapTo) = _free[last];
            _taken.Add(new Stretch(Math.Max(from, gapFrom), Math.Min(to, gapTo), segment));
            if (gapFrom < from)
                left.Add((gapFrom, from));
            if (gapTo > to)
                left.Add((to, gapTo));
        }
        _free.RemoveRange(first, last - first);
        _free.InsertRange(first, left);
    }

    /// <summary>Fills whatever is still free.</summary>
    /// <param name="segment">The segment of a gap, by its bounds.</param>
    public void Fill(Func<double, double, Segment> segment)
    {
        _taken.AddRange(_free.Select(gap => new Stretch(gap.From, gap.To, _left == 0 ? NotShown : segment(gap.From, gap.To))));
        _free.Clear();
    }

    /// <summary>The segments in order, neighbours of the same kind joined, on a grid of a tenth of a millisecond.</summary>
    public IReadOnlyList<Segment> Segments()
    {
        var merged = new List<Stretch>();
        foreach (var stretch in _taken.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (merged.Count > 0 && merged[^1].Segment.Equals(stretch.Segment))
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
                segments.Add(stretch.Segment with { StartMs = from, Ms = ms, Components = ServerAccount.Within(stretch.Segment.Components, ms) });
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
