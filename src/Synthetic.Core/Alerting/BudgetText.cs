using Synthetic.Core.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Alerting;

/// <summary>Broken budgets in words: the same ones in alerts, log lines and reports.</summary>
public static class BudgetText
{
    /// <summary><c>INP 480 ms over 200 ms; db took 350 ms of it</c>.</summary>
    /// <param name="record">The run that broke it: the culprit is that of its worst matching window.</param>
    /// <param name="budget">The budget.</param>
    /// <returns>One line, without a culprit where none can be named.</returns>
    public static string Broken(RunRecord record, BudgetResult budget)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(budget);
        var metric = MetricTable.Find(budget.Metric)!;
        return Broken(metric, budget.Actual, LimitSource.Of(budget), BudgetCulprit.For(record, budget).Culprit, Typed(record, budget, metric));
    }

    /// <summary>What was typed in the step whose window broke it; <c>null</c> where it typed nothing.</summary>
    private static Typing? Typed(RunRecord record, BudgetResult budget, Metric metric) => metric.Windows is [var window]
        ? record.Steps.Where(step => budget.Step is null || step.Name == budget.Step).MaxBy(step => (budget.Step is null ? step.Longest(window) : step.LongestOfAll(window))?.Ms ?? 0)?.Typing
        : null;

    /// <summary>Where a limit is from: <c>baseline 412 ms + 20 %</c>.</summary>
    /// <param name="budget">The budget.</param>
    /// <returns>A few words; <c>null</c> for a limit that is a number of its own, or not known.</returns>
    public static string? Baseline(BudgetResult budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return MetricTable.Find(budget.Metric) is { } metric ? LimitSource.Of(budget).Baseline(metric) : null;
    }

    /// <summary>Who took the time: <c>db</c>, <c>network download</c>, <c>script on the main thread</c>.</summary>
    /// <param name="culprit">The culprit; may be <c>null</c>.</param>
    /// <returns>A few words; <c>null</c> where nobody is known.</returns>
    public static string? Who(Culprit? culprit) => culprit is null ? null : CauseTable.Of(culprit.Cause).Name;

    internal static string Broken(Metric metric, double? actual, LimitSource limit, Culprit? culprit, Typing? typing = null)
    {
        var blame = Who(culprit) is { } who ? $"; {who} took {culprit!.Ms:0} ms of it" : "";
        return $"{metric.Label} {metric.Show(actual)} over {limit.Show(metric)}{(typing is null ? "" : $" ({typing.Say()})")}{blame}";
    }
}
