using Synthetic.Core.Evidence;
using Synthetic.Core.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Deriving;

/// <summary>Holds what was measured against the limits.</summary>
internal static class BudgetCheck
{
    /// <summary>What is said of a baseline where nobody looked for one.</summary>
    private const string NobodyKnows = "no baseline: only a worker that keeps results knows one";

    /// <summary>A limit of one step.</summary>
    public static BudgetResult OfStep(Budget budget, StepResult step, IReadOnlyList<PageResult> itsPages) =>
        Judge(budget, step.Name, step.Status == StepStatus.Skipped ? null : new MetricScope([step], itsPages, step.DurationMs));

    /// <summary>A limit of the whole run: the worst step or page counts.</summary>
    public static BudgetResult OfRun(Budget budget, IReadOnlyList<StepResult> steps, IReadOnlyList<PageResult> pages, double durationMs) =>
        Judge(budget, null, new MetricScope([.. steps.Where(step => step.Status != StepStatus.Skipped)], pages, durationMs));

    private static BudgetResult Judge(Budget budget, string? step, MetricScope? scope)
    {
        var metric = MetricTable.Find(budget.Metric);
        var actual = scope is null ? null : metric?.Read(scope);
        var within = actual <= budget.Limit;
        // At least so much and still within the limit, or within it by less than it may be too short: that says nothing.
        var unclear = actual is null || budget.Limit is null || (within && (metric!.IsLowerBound(scope!) || budget.Limit - actual < metric.Doubt(scope!)));
        bool? ok = unclear ? null : within;
        return new BudgetResult(budget.Metric, step, budget.Limit, actual, ok)
        {
            BaselineMs = budget.BaselineMs,
            Percent = budget.Percent,
            Reason = budget.Limit is null ? budget.Reason ?? NobodyKnows : null,
        };
    }
}
