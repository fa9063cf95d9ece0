using System.Globalization;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Metrics;

/// <summary>Something that a budget can limit: how it is named, read, judged and shown.</summary>
/// <param name="Name">Its key in budgets, records and alerts.</param>
/// <param name="Label">What people read.</param>
/// <param name="Meaning">What it measures, in a few words.</param>
/// <param name="Unit">What its values count.</param>
/// <param name="Read">Its value over a part of a run: the worst counts; <c>null</c> where it was not measured.</param>
public sealed record Metric(string Name, string Label, string Meaning, MetricUnit Unit, Func<MetricScope, double?> Read)
{
    /// <summary>The windows whose culprit is to blame for its value, the first before all others; none where it is about no interaction.</summary>
    public IReadOnlyList<WindowKind> Windows { get; init; } = [];

    /// <summary>Whether the value is only known to be at least so much: within its limit that says nothing.</summary>
    public Func<MetricScope, bool> IsLowerBound { get; init; } = static _ => false;

    /// <summary>How far off the value may be, in its unit, where that is more than a frame: within its limit by less, it is not judged.</summary>
    public Func<MetricScope, double> Doubt { get; init; } = static _ => 0;

    /// <summary>How far a limit over the baseline stays from it at least, in milliseconds: so much the metric scatters by anyway. <c>null</c> where no history is kept of it, and no limit can be over its baseline.</summary>
    public double? LeastOverBaselineMs { get; init; }

    /// <summary>A value as messages show it: <c>480 ms</c>, <c>0.125</c>, <c>?</c> for none.</summary>
    /// <param name="value">The value.</param>
    public string Show(double? value) => Unit switch
    {
        MetricUnit.Milliseconds => $"{value?.ToString("0", CultureInfo.InvariantCulture) ?? "?"} ms",
        MetricUnit.Score => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "?",
    };
}

/// <summary>What values of a metric count.</summary>
public enum MetricUnit
{
    /// <summary>Milliseconds; limits are written as durations.</summary>
    Milliseconds,
    /// <summary>A bare number; limits are written as such.</summary>
    Score,
}

/// <summary>The part of a run that a metric is read over.</summary>
/// <param name="Steps">Its steps, those that were never reached left out.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="DurationMs">Its wall time, in milliseconds.</param>
public sealed record MetricScope(IReadOnlyList<StepResult> Steps, IReadOnlyList<PageResult> Pages, double DurationMs);
