using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>A metric and those that its time contains.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ms">Its duration in milliseconds, as reported.</param>
internal sealed record MetricTree(string Name, double Ms)
{
    /// <summary>The part by which numbers that ought to be equal may differ: the time between two parts, another clock.</summary>
    private const double RelativeSlack = 0.03;

    /// <summary>The part of something longer that a total has to be, to be all of it but its surroundings.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>What rounding to whole milliseconds adds to a duration.</summary>
    private const double RoundingMs = 1;

    private readonly List<MetricTree> _parts = [];

    /// <summary>How far a number may lie from another that ought to equal it, in milliseconds.</summary>
    public static double Slack(double ms) => 1 + (ms * RelativeSlack);

    /// <summary>Whether metrics add up to more than the time they share: some ran at once, or they are wrong.</summary>
    public static bool Overlap(IReadOnlyList<MetricTree> metrics, double ms) => metrics.Count > 1 && metrics.Sum(metric => metric.Ms) > ms + Slack(ms);

    /// <summary>What its time contains.</summary>
    public IReadOnlyList<MetricTree> Parts => _parts;

    /// <summary>Finds out what contains what: by the vocabulary of the systems in use, by dotted names, then by the numbers.</summary>
    /// <param name="metrics">Metrics with a duration, each name once.</param>
    /// <param name="wait">How long the request waited for its first byte, in milliseconds.</param>
    /// <returns>Those that nothing else contains.</returns>
    public static IReadOnlyList<MetricTree> Of(IEnumerable<(string Name, double Ms)> metrics, double wait)
    {
        var all = metrics.ToArray();
        var names = all.Select(metric => metric.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Another service is one component, whatever it says of its own parts.
        var roots = all.Where(metric => !ServerTimingMetric.IsPartOfOther(metric.Name, names))
            .Select(metric => new MetricTree(metric.Name, metric.Ms)).ToList();
        NestBehindEdge(roots);
        Nest(roots, wait);
        return roots;
    }

    /// <summary>Puts what a server says of itself into the time that the network in front of it waited for it.</summary>
    private static void NestBehindEdge(List<MetricTree> roots)
    {
        if (roots.Find(root => EdgeVocabulary.IsOrigin(root.Name)) is not { } origin)
            return;
        var own = roots.Where(root => !EdgeVocabulary.IsEdge(root.Name)).ToList();
        // Longer than that, it is not that server that says it: a worker of the network, say.
        if (own.Exists(root => root.Ms > origin.Ms + Slack(origin.Ms)))
            return;
        roots.RemoveAll(own.Contains);
        Nest(own, origin.Ms);
        origin._parts.AddRange(own);
    }

    private static void Nest(List<MetricTree> roots, double wait)
    {
        foreach (var part in roots.ToArray())
        {
            if (roots.Find(other => string.Equals(MetricVocabulary.ParentOf(part.Name), other.Name, StringComparison.OrdinalIgnoreCase)) is { } whole)
                whole.Take(roots, [part]);
        }
        // Inner ones first: an application's time within the total of its proxy.
        foreach (var whole in roots.Where(root => MetricVocabulary.MayBeTotal(root.Name)).ToArray())
        {
            // One may have taken the other meanwhile.
            if (roots.Contains(whole))
                whole.Take(roots, whole.Contents(roots, wait));
        }
        MetricTree[] totals = [.. roots.Where(root => MetricVocabulary.IsTotal(root.Name)).OrderBy(root => root.Ms)];
        for (var i = 0; i < totals.Length; i++)
            totals[i].TakeAllBut(roots, totals[i..], wait);
        if (roots.Count > 2 && roots.MaxBy(root => root.Ms) is { } largest)
        {
            var rest = roots.Where(root => root != largest).ToArray();
            if (Math.Abs(rest.Sum(root => root.Ms) - largest.Ms) <= Slack(largest.Ms) && largest.Ms + rest.Sum(root => root.Ms) > wait + Slack(wait))
                largest.Take(roots, rest);
        }
    }

    /// <summary>
    /// What a total contains: all that is no longer than it. One that is a little longer, and for which there was no time beside it, is
    /// what the total itself was measured in; a much longer one makes the total no total.
    /// </summary>
    private void TakeAllBut(List<MetricTree> roots, MetricTree[] outer, double wait)
    {
        MetricTree[] others = [.. roots.Except(outer)];
        // Of rounding alone, one part may be longer than the whole, or all of them together a little longer.
        var most = Ms + (others.Sum(other => other.Ms) > Ms + Slack(Ms) ? RoundingMs : Slack(Ms));
        MetricTree[] longer = [.. others.Where(other => other.Ms > most)];
        if (longer is [])
            Take(roots, others);
        else if (longer is [var around] && Ms > around.Ms * NearlyAll && Ms + around.Ms > wait + Slack(wait))
        {
            Take(roots, [.. others.Except(longer)]);
            around.Take(roots, [this]);
        }
    }

    /// <summary>What one that may be the whole contains: all that is no total, if it is no shorter than them together and there was no time for both.</summary>
    private MetricTree[] Contents(List<MetricTree> roots, double wait)
    {
        MetricTree[] others = [.. roots.Where(root => root != this && !MetricVocabulary.IsTotal(root.Name) && root.Ms <= Ms)];
        var sum = others.Sum(root => root.Ms);
        return Ms >= sum && Ms + sum > wait + Slack(wait) ? others : [];
    }

    private void Take(List<MetricTree> roots, MetricTree[] parts)
    {
        _parts.AddRange(parts);
        roots.RemoveAll(parts.Contains);
    }

    /// <summary>Two metrics are the same only if they are one: their numbers may be equal by chance.</summary>
    public bool Equals(MetricTree? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
