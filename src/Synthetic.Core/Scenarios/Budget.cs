namespace Synthetic.Core.Scenarios;

/// <summary>A limit on one metric.</summary>
/// <param name="Metric">One of <see cref="Metrics"/>, or <c>server.NAME</c> for a Server-Timing metric.</param>
/// <param name="Limit">The highest value that still passes: milliseconds, or the bare score for <c>cls</c>.</param>
public sealed record Budget(string Metric, double Limit)
{
    /// <summary>What stands before a Server-Timing metric's name.</summary>
    public const string ServerPrefix = "server.";

    /// <summary>The metrics that take a limit, besides <c>server.NAME</c>.</summary>
    public static IReadOnlyList<string> Metrics { get; } = ["inp", "response", "lcp", "fcp", "ttfb", "cls", "duration"];
}
