using Synthetic.Core.Basics;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>Some segments of a timeline, asked how much of a stretch is theirs without adding all of them up each time.</summary>
internal sealed class StretchTimes
{
    private readonly (double From, double To)[] _segments;
    private readonly double[] _before;

    /// <param name="begin">When the timeline begins, on the run's clock.</param>
    /// <param name="segments">The segments, in order.</param>
    public StretchTimes(double begin, IEnumerable<Segment> segments)
    {
        _segments = [.. segments.Select(s => (begin + s.StartMs, begin + s.StartMs + s.Ms))];
        _before = new double[_segments.Length + 1];
        for (var i = 0; i < _segments.Length; i++)
            _before[i + 1] = _before[i] + _segments[i].To - _segments[i].From;
    }

    /// <summary>How much of a stretch went into them.</summary>
    public double In(double from, double to)
    {
        var first = Ascending.UpTo(_segments.Length, i => _segments[i].To, from);
        var after = Ascending.Before(_segments.Length, i => _segments[i].From, to);
        if (after <= first)
            return 0;
        if (after == first + 1)
            return Within(first, from, to);
        return Within(first, from, to) + _before[after - 1] - _before[first + 1] + Within(after - 1, from, to);
    }

    private double Within(int place, double from, double to) => Math.Max(0, Math.Min(to, _segments[place].To) - Math.Max(from, _segments[place].From));
}
