using Synthetic.Core.Basics;

namespace Synthetic.Benchmarks.Storing;

/// <summary>A median, and where it lies with a probability of 95 %.</summary>
internal sealed record MedianInterval(double Median, double Low, double High)
{
    /// <summary>That of some values, by their order statistics.</summary>
    public static MedianInterval Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var reach = (int)Math.Ceiling(0.98 * Math.Sqrt(sorted.Length));
        return new MedianInterval(
            Sample.Median(sorted), sorted[Math.Max(0, (sorted.Length / 2) - reach)], sorted[Math.Min(sorted.Length - 1, (sorted.Length / 2) + reach)]);
    }
}
