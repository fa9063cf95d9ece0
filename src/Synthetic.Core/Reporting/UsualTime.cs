using Synthetic.Core.Baselines;
using Synthetic.Core.Basics;

namespace Synthetic.Core.Reporting;

/// <summary>What the history says of a budget's metric.</summary>
/// <param name="Ms">Its baseline, in milliseconds; <c>null</c> where there are too few runs.</param>
/// <param name="Runs">How many runs it is known from.</param>
public sealed record UsualTime(double? Ms, int Runs)
{
    /// <summary>What is usual in a series of values, the earliest first.</summary>
    /// <param name="values">The values, in milliseconds.</param>
    public static UsualTime Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Baseline.Of(values) is { } ms ? Milliseconds.Round(ms) : null, values.Count);
    }
}
