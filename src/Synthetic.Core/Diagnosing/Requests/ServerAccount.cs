using Synthetic.Core.Basics;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>How a server accounts for the wait for its first byte.</summary>
/// <remarks>
/// Server-Timing has durations and no instants, and its metrics may nest or overlap. One that contains others is shown as what remains
/// of it; of some that ran at the same time the longest keeps its own number, and the others what is left of the wait.
/// </remarks>
internal sealed record ServerAccount
{
    /// <summary>The component that stands for reported time that no metric names.</summary>
    public const string Unnamed = "app";

    /// <summary>What is this many times the wait, and over a minute, is no time: bytes, a timestamp.</summary>
    private const double NoTimeFactor = 100;
    private const double NoTimeMs = 60_000;

    private IReadOnlyList<MetricTree> _metrics = [];
    private double _wait;

    /// <summary>How much of the wait the server accounts for, in milliseconds; <c>null</c> where it says nothing.</summary>
    public double? Reported { get; private init; }

    /// <summary>The parts of it, the largest first, <see cref="Unnamed"/> included.</summary>
    public IReadOnlyList<SegmentComponent> Components { get; private init; } = [];

    /// <summary>Whether the parts add up to more than the time they share: they ran at once, or they are wrong.</summary>
    public bool Overlaps { get; private init; }

    /// <summary>The account that a request's metrics give.</summary>
    public static ServerAccount Of(IReadOnlyList<ServerTimingMetric> metrics, double wait)
    {
        var timed = metrics
            .Where(m => m.Ms > 0 && double.IsFinite(m.Ms) && !MetricVocabulary.IsNoTime(m.Name) && !(m.Ms > NoTimeMs && m.Ms > wait * NoTimeFactor))
            .GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, g.Sum(m => m.Ms)))
            .ToArray();
        if (timed.Length == 0 || wait <= 0)
            return new ServerAccount();
        var shares = new List<SegmentComponent>();
        var roots = MetricTree.Of(timed, wait);
        var overlaps = Share(roots, wait, shares);
        return new ServerAccount
        {
            _metrics = roots,
            _wait = wait,
            Reported = Math.Min(wait, roots.Sum(metric => metric.Ms)),
            Overlaps = overlaps,
            Components =
            [
                .. shares.GroupBy(share => share.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(same => same.First() with { Ms = same.Sum(share => share.Ms) })
                    .Where(share => share.Ms > 0)
                    .OrderByDescending(share => share.Ms).ThenBy(share => share.Name, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>What the wait would be shorter by without a component.</summary>
    /// <param name="name">The component.</param>
    public Removal Without(string? name) => Removal.Of(_metrics, _wait, name);

    /// <summary>Deals a time out to the metrics that share it, the longest first.</summary>
    /// <returns>Whether there was too little for all of them.</returns>
    private static bool Share(IReadOnlyList<MetricTree> metrics, double ms, List<SegmentComponent> shares)
    {
        var left = ms;
        var overlaps = MetricTree.Overlap(metrics, ms);
        foreach (var metric in metrics.OrderByDescending(metric => metric.Ms))
        {
            var own = Math.Min(metric.Ms, left);
            left -= own;
            var before = shares.Sum(share => share.Ms);
            overlaps |= Share(metric.Parts, own, shares);
            var rest = own - (shares.Sum(share => share.Ms) - before);
            if (rest > Tolerances.Bookkeeping || metric.Parts.Count == 0)
                shares.Add(new SegmentComponent(Named(metric, metrics.Count), rest)
                {
                    ReportedMs = metric.Parts.Count == 0 && metric.Ms - own > Tolerances.Bookkeeping ? Milliseconds.Round(metric.Ms) : null,
                });
        }
        return overlaps;
    }

    /// <summary>The component that a metric is shown as.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="siblings">How many share its time, itself included.</param>
    // Beside others, and of nothing made up, "response" is a step as they are.
    public static string Named(MetricTree metric, int siblings) =>
        MetricVocabulary.IsUnspecific(metric.Name) && !(siblings > 1 && metric.Parts.Count == 0 && MetricVocabulary.MayBeStep(metric.Name)) ? Unnamed : metric.Name;

    /// <summary>Components as they fit into a stretch: where a window cut it short, they shrink with it.</summary>
    public static IReadOnlyList<SegmentComponent>? Within(IReadOnlyList<SegmentComponent>? components, double ms)
    {
        if (components is null)
            return null;
        var sum = components.Sum(c => c.Ms);
        var scale = sum > ms ? ms / sum : 1;
        return new ComponentList(components.Select(c => c with { Ms = Milliseconds.Round(c.Ms * scale) }).Where(c => c.Ms > 0));
    }
}
