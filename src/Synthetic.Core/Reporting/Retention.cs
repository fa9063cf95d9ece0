namespace Synthetic.Core.Reporting;

/// <summary>How long runs are kept.</summary>
/// <param name="Good">Those with nothing wrong. Default: 30 days.</param>
/// <param name="Bad">Those that failed, broke a budget or were broken off. Default: 90 days.</param>
/// <param name="Bytes">How much all records may take, compressed; beyond, the oldest go, good ones first. Default: 1 GiB.</param>
public sealed record Retention(TimeSpan Good, TimeSpan Bad, long Bytes)
{
    /// <summary>30 days, 90 days, 1 GiB.</summary>
    public static Retention Default { get; } = new(TimeSpan.FromDays(30), TimeSpan.FromDays(90), 1L << 30);
}
