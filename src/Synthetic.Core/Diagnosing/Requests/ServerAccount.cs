using Synthetic.Core.Basics;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>How a server accounts for the wait for its first byte.</summary>
/// <remarks>
/// Server-Timing has durations and no instants, and its metrics may nest: <c>total</c> over <c>db</c>,
/// <c>payments</c> over <c>payments.db</c>. A metric that contains others counts once, and no account is longer than the wait.
/// </remarks>
internal sealed record ServerAccount
{
    /// <summary>The component that stands for reported time that no metric names.</summary>
    public const string Unnamed = "app";

    /// <summary>Names that frameworks give to the whole of their work.</summary>
    private static readonly HashSet<string> Envelopes = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "app", "application", "server", "request", "response", "backend", "overall", "handler", "edge", "origin",
    };

    /// <summary>Those of them that surely are the whole: parts that add up to more ran at the same time.</summary>
    private static readonly HashSet<string> Totals = new(StringComparer.OrdinalIgnoreCase) { "total", "overall", "request", "response" };

    /// <summary>How much of the wait the server accounts for, in milliseconds; <c>null</c> where it says nothing.</summary>
    public double? Reported { get; private init; }

    /// <summary>The parts of it, the largest first, <see cref="Unnamed"/> included.</summary>
    public IReadOnlyList<SegmentComponent> Components { get; private init; } = [];

    /// <summary>Whether the parts add up to more than the time they share: they ran at once, or they are wrong.</summary>
    public bool Overlaps { get; private init; }

    /// <summary>The account that a request's metrics give.</summary>
    public static ServerAccount Of(IReadOnlyList<ServerTimingMetric> metrics, double wait)
    {
        var timed = metrics.Where(m => m.Ms > 0 && double.IsFinite(m.Ms) && !ServerTimingMetric.IsId(m.Name)).ToArray();
        if (timed.Length == 0 || wait <= 0)
            return new ServerAccount();
        var names = timed.Select(m => m.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var whole = timed.Where(m => Envelopes.Contains(m.Name)).Select(m => m.Ms).DefaultIfEmpty(0).Max();
        var parts = timed
            .Where(m => !Envelopes.Contains(m.Name) && !ServerTimingMetric.IsPartOfOther(m.Name, names))
            .GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
            .Select(g => new SegmentComponent(g.Key, g.Sum(m => m.Ms)))
            .ToList();
        var sum = parts.Sum(p => p.Ms);
        var total = timed.Where(m => Totals.Contains(m.Name)).Select(m => m.Ms).DefaultIfEmpty(0).Max();
        // What is shorter than one of its parts cannot be the total.
        var atMost = total > 0 && parts.All(p => p.Ms <= total) ? Math.Min(wait, total) : wait;
        var scale = sum > atMost ? atMost / sum : 1;
        var reported = Math.Min(wait, Math.Max(whole, sum * scale));
        var components = parts.Select(p => p with { Ms = p.Ms * scale }).ToList();
        if (reported - (sum * scale) > Tolerances.Bookkeeping)
            components.Add(new SegmentComponent(Unnamed, reported - (sum * scale)));
        return new ServerAccount
        {
            Reported = reported,
            Overlaps = sum > atMost + 1,
            Components = [.. components.OrderByDescending(c => c.Ms).ThenBy(c => c.Name, StringComparer.Ordinal)],
        };
    }

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
