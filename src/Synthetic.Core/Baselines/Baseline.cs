namespace Synthetic.Core.Baselines;

/// <summary>What a part of a scenario usually takes: what limits like <c>baseline+20%</c> are made from.</summary>
/// <remarks>
/// It is the median of the latest values, or of the older half of them where that is lower. So getting faster counts as soon as most
/// values are faster, and getting slower only once it has lasted three times as long as what came before it: a breach that
/// goes on does not soon become what is usual.
/// </remarks>
public static class Baseline
{
    /// <summary>Fewer values than these are no baseline.</summary>
    public const int LeastRuns = 20;

    /// <summary>No more than the latest of these count: a run a minute for two weeks.</summary>
    public const int MostRuns = 20_160;

    /// <summary>How far back values count.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>The baseline of a series.</summary>
    /// <param name="values">The values, the earliest first, in milliseconds.</param>
    /// <returns><c>null</c> where there are fewer than <see cref="LeastRuns"/>.</returns>
    public static double? Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count < LeastRuns ? null : Math.Min(Median(values), Median(values.Take(values.Count / 2)));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
