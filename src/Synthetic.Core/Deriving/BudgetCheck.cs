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
    /// <param name="budget">The limit.</param>
    /// <param name="seen">What was seen of the step.</param>
    /// <param name="step">What was made of it.</param>
    /// <param name="itsPages">The pages that were opened in it.</param>
    public static BudgetResult OfStep(Budget budget, StepEvidence seen, StepResult step, IReadOnlyList<PageResult> itsPages)
    {
        var result = Judge(budget, step.Name, step.Status == StepStatus.Skipped ? null : new MetricScope([step], itsPages, step.DurationMs),
            metric => BudgetReasons.NoValue(metric, seen, step, itsPages.Count));
        // What a step came to that broke off is no sign of being quick; that it was too slow until then is one.
        return BudgetReasons.Of(step.Status) is { } ended && result is { Ok: not false, Limit: not null } ? result with { Ok = null, Reason = ended } : result;
    }

    /// <summary>A limit of the whole run: the worst step or page counts. Of responses, those of interactions.</summary>
    public static BudgetResult OfRun(Budget budget, IReadOnlyList<StepResult> steps, IReadOnlyList<PageResult> pages, double durationMs) =>
        Judge(budget, null, new MetricScope([.. steps.Where(step => step.Status != StepStatus.Skipped).Select(step => step with { Response = null })], pages, durationMs),
            BudgetReasons.NoValue);

    private static BudgetResult Judge(Budget budget, string? step, MetricScope? scope, Func<Metric, string> noValue)
    {
        var metric = MetricTable.Find(budget.Metric);
        var actual = scope is null ? null : metric?.Read(scope);
        var within = actual <= budget.Limit;
        // At least so much and still within the limit, or within it by less than it may be too short: that says nothing.
        var unjudged = metric is null || scope is null || budget.Limit is null ? null
            : actual is null ? noValue(metric)
            : within && metric.IsLowerBound(scope) ? BudgetReasons.LowerBound
            : within && budget.Limit - actual < metric.Doubt(scope) ? BudgetReasons.Doubtful
            : null;
        bool? ok = actual is null || budget.Limit is null || unjudged is not null ? null : within;
        return new BudgetResult(budget.Metric, step, budget.Limit, actual, ok)
        {
            BaselineMs = budget.BaselineMs,
            Percent = budget.Percent,
            Reason = budget.Limit is null ? budget.Reason ?? NobodyKnows : unjudged,
        };
    }
}
