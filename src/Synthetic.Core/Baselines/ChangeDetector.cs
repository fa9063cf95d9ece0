namespace Synthetic.Core.Baselines;

/// <summary>Watches a series of times for the point where it changed. It is told of each value once and forgets what came before a change.</summary>
/// <remarks>
/// After each value the latest few are compared with those before them. A change is told where the rank test is very sure, the
/// middles differ enough to matter, and the latest values do not scatter into the old ones: each for another kind of false alarm.
/// Slow drifts and the seasons of a day are slower than the window, and so move with it.
/// </remarks>
public sealed class ChangeDetector
{
    /// <summary>Values after a change that are needed at least.</summary>
    public const int LeastAfter = 6;

    /// <summary>Values after a change that are looked at at most.</summary>
    public const int MostAfter = 10;

    /// <summary>Values before a change that are needed at least.</summary>
    public const int LeastBefore = 12;

    /// <summary>Values before a change that are looked at at most.</summary>
    public const int MostBefore = 60;

    /// <summary>A change by less than this part is none.</summary>
    public const double LeastShare = 0.15;

    /// <summary>A change by less than this is none, in milliseconds.</summary>
    public const double LeastMs = 5;

    /// <summary>How sure the rank test has to be, in standard deviations: the series is looked at after each value, for each length.</summary>
    public const double SureAt = 4.2;

    private readonly List<double> _values = [];

    /// <summary>Takes the next value into account.</summary>
    /// <param name="ms">A time in milliseconds.</param>
    /// <returns>The change that it makes certain; <c>null</c> for none.</returns>
    public Change? Add(double ms)
    {
        _values.Add(ms);
        if (_values.Count > MostBefore + MostAfter)
            _values.RemoveAt(0);
        Change? surest = null;
        for (var n = LeastAfter; n <= MostAfter && _values.Count - n >= LeastBefore; n++)
        {
            if (Compare(n) is { } change && (surest is null || Math.Abs(change.Z) > Math.Abs(surest.Z)))
                surest = change;
        }
        if (surest is not null)
            _values.RemoveRange(0, _values.Count - surest.After);
        return surest;
    }

    private Change? Compare(int n)
    {
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);
        var before = values[..^n];
        var after = values[^n..];
        if (before.Length > MostBefore)
            before = before[^MostBefore..];
        var (was, now) = (Middle(before), Middle(after));
        if (Math.Abs(now - was) < Math.Max(LeastMs, was * LeastShare))
            return null;
        // With few values before, no order of them is as surprising as that: then a clean cut is enough.
        var z = RankTest.Z(before, after);
        var most = Math.Sqrt(3d * before.Length * n / (before.Length + n + 1));
        return Math.Abs(z) >= Math.Min(SureAt, 0.999 * most) && !Scatters(before, after, was, now)
            ? Cut(values, n - Back(after, (was + now) / 2, now > was), z)
            : null;
    }

    /// <summary>How many of the first of the latest values look like the old ones still: the change came after them.</summary>
    private static int Back(ReadOnlySpan<double> after, double middle, bool isSlower)
    {
        var back = 0;
        while (back < after.Length && after[back] > middle != isSlower)
            back++;
        return back;
    }

    private static Change Cut(ReadOnlySpan<double> values, int after, double z)
    {
        var before = values[Math.Max(0, values.Length - after - MostBefore)..^after];
        return new Change(Median(before), Median(values[^after..]), before.Length, after, z);
    }

    /// <summary>Whether some of the latest values still look like the old ones: a change lasts.</summary>
    private static bool Scatters(ReadOnlySpan<double> before, ReadOnlySpan<double> after, double was, double now)
    {
        var middle = (was + now) / 2;
        var back = 0;
        foreach (var value in after)
            back += (value < middle) == (was < now) ? 1 : 0;
        var ahead = 0;
        foreach (var value in before)
            ahead += (value < middle) == (now < was) ? 1 : 0;
        return back > after.Length / 5 || ahead > before.Length / 5;
    }

    /// <summary>The mean of the middle half: as deaf to outliers as the median, and not as coarse where times come in whole frames.</summary>
    private static double Middle(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var cut = sorted.Length / 4;
        var sum = 0d;
        foreach (var value in sorted.AsSpan(cut, sorted.Length - (2 * cut)))
            sum += value;
        return sum / (sorted.Length - (2 * cut));
    }

    private static double Median(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>A series changed.</summary>
/// <param name="WasMs">Its median before, in milliseconds.</param>
/// <param name="IsMs">Its median since.</param>
/// <param name="Before">How many values that was seen in before.</param>
/// <param name="After">How many since.</param>
/// <param name="Z">How sure it is, in standard deviations of the rank test.</param>
public sealed record Change(double WasMs, double IsMs, int Before, int After, double Z);
