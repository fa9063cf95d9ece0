namespace Synthetic.Core.Scenarios;

/// <summary>A limit on one metric: a number, or so much over what is usual.</summary>
/// <param name="Metric">The metric's name: <c>inp</c>, <c>response</c>, <c>lcp</c>, or <c>server.NAME</c> for a Server-Timing metric.</param>
/// <param name="Limit">The highest value that still passes: milliseconds, or the bare score for <c>cls</c>; <c>null</c> where it follows from a baseline that is not known.</param>
public sealed record Budget(string Metric, double? Limit)
{
    /// <summary>How much over the baseline the limit is, in percent, 1 to 1000; <c>null</c> for a limit that is a number of its own.</summary>
    public int? Percent { get; init; }

    /// <summary>The baseline that the limit was made from, in milliseconds; <c>null</c> where there is none, or it is not known.</summary>
    public double? BaselineMs { get; init; }

    /// <summary>Why the baseline is not known; <c>null</c> where it is, or nobody looked.</summary>
    public string? Reason { get; init; }

    /// <summary>A limit over the baseline, as a file declares it.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="percent">How much over the baseline, 1 to 1000.</param>
    public static Budget OverBaseline(string metric, int percent) => new(metric, null) { Percent = percent };
}
