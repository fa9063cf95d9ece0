using Synthetic.Core.Basics;

namespace Synthetic.Core.Proving;

/// <summary>How far one sample lies from another: the Hodges–Lehmann estimate, and an exact interval for it.</summary>
/// <param name="Ms">The median of all pairwise differences, in milliseconds.</param>
/// <param name="Low">The interval's lower end; <c>null</c> where the samples are too small for one.</param>
/// <param name="High">Its upper end.</param>
/// <remarks>
/// Nothing is assumed of the distribution, and a single outlier moves the estimate little. The interval comes from
/// the exact distribution of the Mann–Whitney statistic (Hollander, Wolfe, Chicken: Nonparametric Statistical Methods, 4.3):
/// its level is at least 95 %, so two samples of four are the smallest that have one.
/// </remarks>
public readonly record struct Shift(double Ms, double? Low, double? High)
{
    /// <summary>Half of what an interval of 95 % leaves out.</summary>
    private const double Tail = 0.025;

    /// <summary>The smallest number of runs of each of two arms that has an interval.</summary>
    public const int LeastRuns = 4;

    /// <summary>From one sample to the other; <c>null</c> where one of them is empty.</summary>
    /// <param name="from">The sample that is compared with.</param>
    /// <param name="to">The sample in question.</param>
    public static Shift? Between(IReadOnlyList<double> from, IReadOnlyList<double> to)
    {
        if (from.Count == 0 || to.Count == 0)
            return null;
        double[] differences = [.. to.SelectMany(t => from.Select(f => t - f)).Order()];
        var middle = Sample.Median(differences);
        return CutAtEachEnd(from.Count, to.Count) is { } cut
            ? new Shift(middle, differences[cut], differences[^(cut + 1)])
            : new Shift(middle, null, null);
    }

    /// <summary>The same stretched, as when twice the speed stands for all of the work; an interval keeps its order.</summary>
    public Shift Times(double factor) => factor >= 0
        ? new Shift(Ms * factor, Low * factor, High * factor)
        : new Shift(Ms * factor, High * factor, Low * factor);

    /// <summary>How many differences to leave out at each end; <c>null</c> where even none would be too many.</summary>
    private static int? CutAtEachEnd(int m, int n)
    {
        var ways = Ways(m, n);
        var all = ways.Sum();
        var (sum, cut) = (0d, -1);
        while (cut + 1 < ways.Length && (sum += ways[cut + 1]) / all <= Tail)
            cut++;
        return cut < 0 ? null : cut;
    }

    /// <summary>In how many orders of two samples the statistic has each of its values.</summary>
    private static double[] Ways(int m, int n)
    {
        // Coefficients of the Gaussian binomial: multiplied up and divided down one factor at a time.
        var ways = new double[(m * n) + 1];
        ways[0] = 1;
        for (var i = 1; i <= m; i++)
        {
            for (var at = ways.Length - 1; at >= n + i; at--)
                ways[at] -= ways[at - n - i];
            for (var at = i; at < ways.Length; at++)
                ways[at] += ways[at - i];
        }
        return ways;
    }
}
