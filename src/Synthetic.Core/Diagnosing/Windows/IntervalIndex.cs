namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Stretches by start, found by window without looking at all of them.</summary>
internal sealed class IntervalIndex<T>
{
    private readonly Func<T, double> _start;
    private readonly Func<T, double> _end;
    private readonly T[] _all;

    // The latest end of all up to each: where it lies before a window, nothing further back reaches into it.
    private readonly double[] _latestEnd;

    public IntervalIndex(IEnumerable<T> stretches, Func<T, double> start, Func<T, double> end)
    {
        (_start, _end) = (start, end);
        _all = [.. stretches.OrderBy(start).ThenBy(end)];
        _latestEnd = new double[_all.Length];
        var latest = double.NegativeInfinity;
        for (var i = 0; i < _all.Length; i++)
            _latestEnd[i] = latest = Math.Max(latest, end(_all[i]));
    }

    public IReadOnlyList<T> All => _all;

    /// <summary>Those that share time with a window, by start.</summary>
    public IEnumerable<T> In(double from, double to)
    {
        var after = StartingBefore(to);
        var first = after;
        while (first > 0 && _latestEnd[first - 1] > from)
            first--;
        for (var i = first; i < after; i++)
        {
            if (_end(_all[i]) > from)
                yield return _all[i];
        }
    }

    /// <summary>The one that starts last before an instant and reaches at least so far; <c>default</c> for none.</summary>
    public T? LastBefore(double instant, double reaching)
    {
        for (var i = StartingBefore(instant) - 1; i >= 0 && _latestEnd[i] >= reaching; i--)
        {
            if (_end(_all[i]) >= reaching)
                return _all[i];
        }
        return default;
    }

    /// <summary>Those that started before an instant, the last first.</summary>
    public IEnumerable<T> LastsBefore(double instant)
    {
        for (var i = StartingBefore(instant) - 1; i >= 0; i--)
            yield return _all[i];
    }

    private int StartingBefore(double instant)
    {
        int low = 0, high = _all.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_start(_all[middle]) < instant)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
