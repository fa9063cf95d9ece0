using Synthetic.Core.Metrics;
using Synthetic.Core.Records;

namespace Synthetic.Core.Alerting;

/// <summary>A limit and where it is from.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="BaselineMs">The baseline that it was made from; <c>null</c> for none.</param>
/// <param name="Percent">How much over the baseline it is.</param>
internal sealed record LimitSource(double? Limit, double? BaselineMs, int? Percent)
{
    public static LimitSource Of(BudgetResult budget) => new(budget.Limit, budget.BaselineMs, budget.Percent);

    public static LimitSource Of(Alert alert) => new(alert.Limit, alert.BaselineMs, alert.Percent);

    /// <summary><c>500 ms</c>, or <c>494 ms (baseline 412 ms + 20 %)</c>.</summary>
    public string Show(Metric metric) => Baseline(metric) is { } from ? $"{metric.Show(Limit)} ({from})" : metric.Show(Limit);

    /// <summary><c>baseline 412 ms + 20 %</c>, or <c>baseline 4 ms + 5 ms</c> where that little would be less than the metric scatters by.</summary>
    public string? Baseline(Metric metric)
    {
        if (Limit is not { } limit || BaselineMs is not { } baseline || Percent is not { } percent)
            return null;
        // Limits are rounded to a tenth.
        var isMore = limit - baseline > (baseline * percent / 100) + 0.1;
        return $"baseline {metric.Show(baseline)} + {(isMore ? metric.Show(limit - baseline) : $"{percent} %")}";
    }
}
