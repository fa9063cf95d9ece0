using Synthetic.Core.Basics;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Stretches by start, found by window without looking at all of them, however long some of them are.</summary>
internal sealed class IntervalIndex<T>
{
    private readonly Func<T, double> _start;
    private readonly T[] _all;
    private readonly LatestTree _ends;

    public IntervalIndex(IEnumerable<T> stretches, Func<T, double> start, Func<T, double> end)
    {
        _start = start;
        _all = [.. stretches.OrderBy(start).ThenBy(end)];
        _ends = new LatestTree([.. _all.Select(end)]);
    }

    public IReadOnlyList<T> All => _all;

    /// <summary>Those that share time with a window, by start.</summary>
    public IEnumerable<T> In(double from, double to)
    {
        var before = StartingBefore(to);
        var after = Math.BitIncrement(from);
        for (var i = _ends.FirstReaching(0, after); i < before; i = _ends.FirstReaching(i + 1, after))
            yield return _all[i];
    }

    /// <summary>The one that starts last before an instant and reaches at least so far; <c>default</c> for none.</summary>
    public T? LastBefore(double instant, double reaching) => _ends.LastReaching(StartingBefore(instant), reaching) is >= 0 and var last ? _all[last] : default;

    private int StartingBefore(double instant) => Ascending.Before(_all.Length, i => _start(_all[i]), instant);
}
