using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Deriving;

/// <summary>Holds what was measured against the limits.</summary>
internal static class BudgetCheck
{
    /// <summary>A limit of one step.</summary>
    public static BudgetResult OfStep(Budget budget, StepResult step, IReadOnlyList<PageResult> itsPages) =>
        Judge(budget, step.Name, ValueIn(budget.Metric, step, itsPages), LowerBound(budget, step));

    /// <summary>A limit of the whole run: the worst step or page counts.</summary>
    public static BudgetResult OfRun(
        Budget budget, IReadOnlyList<StepResult> steps, IReadOnlyList<PageResult> pages, double durationMs) =>
        Judge(
            budget, null,
            budget.Metric == "duration" ? durationMs : Worst([.. steps.Select(s => ValueIn(budget.Metric, s, [])), VitalIn(budget.Metric, pages)]),
            steps.Any(s => LowerBound(budget, s)));

    private static BudgetResult Judge(Budget budget, string? step, double? actual, bool lowerBound)
    {
        var within = actual <= budget.Limit;
        // At least so much and still within the limit: that says nothing.
        bool? ok = actual is null || (within && lowerBound) ? null : within;
        return new BudgetResult(budget.Metric, step, budget.Limit, actual, ok);
    }

    private static bool LowerBound(Budget budget, StepResult step) =>
        budget.Metric == "inp" && step.Interactions.Any(i => i.Inp?.Bound == "lower");

    private static double? ValueIn(string metric, StepResult step, IReadOnlyList<PageResult> pages) => metric switch
    {
        _ when step.Status == StepStatus.Skipped => null,
        "inp" => Worst(step.Interactions.Select(i => i.Inp?.Ms)),
        "response" => Worst(step.Interactions.Select(i => i.Response?.Ms)),
        "duration" => step.DurationMs,
        _ when metric.StartsWith(Budget.ServerPrefix, StringComparison.Ordinal) => ServerTime(metric[Budget.ServerPrefix.Length..], step),
        _ => VitalIn(metric, pages),
    };

    private static double? VitalIn(string metric, IReadOnlyList<PageResult> pages) => metric switch
    {
        "lcp" => Worst(pages.Select(p => p.LcpMs)),
        "fcp" => Worst(pages.Select(p => p.FcpMs)),
        "ttfb" => Worst(pages.Select(p => p.TtfbMs)),
        "cls" => Worst(pages.Select(p => p.Cls)),
        _ => null,
    };

    /// <summary>All of a metric that the step's requests report, added up.</summary>
    private static double? ServerTime(string name, StepResult step)
    {
        var found = step.Requests.SelectMany(r => r.ServerTiming)
            .Where(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return found.Length == 0 ? null : Milliseconds.Round(found.Sum(m => m.Ms));
    }

    private static double? Worst(IEnumerable<double?> values) => values.Max();
}
