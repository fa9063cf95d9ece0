namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>What a wait would be shorter by without one of its server's components, in milliseconds.</summary>
/// <param name="Least">If all the others that may have run beside it did.</param>
/// <param name="Most">If none did, or what did was a part of it and goes with it.</param>
/// <remarks>
/// Durations without instants tell that some overlap, where they add up to more than the time they share, but not which and how: one may have run
/// beside another, within it, or around it. What each of these readings leaves lies between the two.
/// </remarks>
internal readonly record struct Removal(double Least, double Most)
{
    /// <summary>The removal of a component from a time that metrics share.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="ms">The time they share, in milliseconds.</param>
    /// <param name="name">The component.</param>
    /// <param name="beside">How long others ran that may have covered all of it, in milliseconds.</param>
    public static Removal Of(IReadOnlyList<MetricTree> metrics, double ms, string? name, double beside = 0)
    {
        var overlap = MetricTree.Overlap(metrics, ms);
        var sum = metrics.Sum(metric => metric.Ms);
        var (left, removal) = (ms, default(Removal));
        foreach (var metric in metrics.OrderByDescending(metric => metric.Ms))
        {
            var own = Math.Min(metric.Ms, overlap ? ms : left);
            left -= own;
            var others = beside + (overlap ? sum - metric.Ms : 0);
            removal = removal.Plus(Of(metric.Parts, own, name, others));
            if (string.Equals(ServerAccount.Named(metric, metrics.Count), name, StringComparison.OrdinalIgnoreCase))
                removal = removal.Plus(OfItself(metric, own, others));
        }
        return removal;
    }

    /// <summary>The removal of what a metric has besides its parts.</summary>
    private static Removal OfItself(MetricTree metric, double own, double others)
    {
        var parts = metric.Parts.Sum(part => part.Ms);
        var least = MetricTree.Overlap(metric.Parts, own) ? metric.Parts.Max(part => part.Ms) : parts;
        return new Removal(Math.Max(0, own - parts - others), Math.Max(0, own - least));
    }

    private Removal Plus(Removal other) => new(Least + other.Least, Most + other.Most);
}
