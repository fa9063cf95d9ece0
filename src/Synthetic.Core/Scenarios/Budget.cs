namespace Synthetic.Core.Scenarios;

/// <summary>A limit on one metric.</summary>
/// <param name="Metric">The metric's name: <c>inp</c>, <c>response</c>, <c>lcp</c>, or <c>server.NAME</c> for a Server-Timing metric.</param>
/// <param name="Limit">The highest value that still passes: milliseconds, or the bare score for <c>cls</c>.</param>
public sealed record Budget(string Metric, double Limit);
