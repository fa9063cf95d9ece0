namespace Synthetic.Core.Baselines;

/// <summary>Mann and Whitney's rank test: whether the values of one sample tend to be larger than those of another, whatever their distribution.</summary>
public static class RankTest
{
    /// <summary>How surprising two samples are if they are of one kind, in standard deviations.</summary>
    /// <param name="before">One sample.</param>
    /// <param name="after">The other.</param>
    /// <returns>Positive where <paramref name="after"/> is larger; 0 where nothing can be told. Normal approximation, corrected for ties.</returns>
    public static double Z(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var (m, n) = (before.Length, after.Length);
        if (m == 0 || n == 0)
            return 0;
        double[] values = [.. before, .. after];
        var isAfter = new bool[m + n];
        isAfter.AsSpan(m).Fill(true);
        Array.Sort(values, isAfter);
        var (ranks, ties) = (0d, 0d);
        for (var from = 0; from < values.Length;)
        {
            var to = from + 1;
            while (to < values.Length && values[to].Equals(values[from]))
                to++;
            var (tied, rank) = (to - from, (from + to + 1) / 2d);
            for (var i = from; i < to; i++)
                ranks += isAfter[i] ? rank : 0;
            ties += ((double)tied * tied * tied) - tied;
            from = to;
        }
        var u = ranks - (n * (n + 1) / 2d);
        var all = m + n;
        var variance = m * n / 12d * (all + 1 - (ties / ((double)all * (all - 1))));
        return variance <= 0 ? 0 : (u - (m * n / 2d)) / Math.Sqrt(variance);
    }
}
