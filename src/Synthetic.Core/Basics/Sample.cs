namespace Synthetic.Core.Basics;

/// <summary>What a handful of measured values have in common.</summary>
public static class Sample
{
    /// <summary>The middle value; of two middles their mean.</summary>
    /// <param name="values">At least one value, in any order.</param>
    public static double Median(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
