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
        return Broken(MetricTable.Find(budget.Metric)!, budget.Actual, budget.Limit, BudgetCulprit.For(record, budget).Culprit);
    }

    /// <summary>Who took the time: <c>db</c>, <c>network download</c>, <c>script on the main thread</c>.</summary>
    /// <param name="culprit">The culprit; may be <c>null</c>.</param>
    /// <returns>A few words; <c>null</c> where nobody is known.</returns>
    public static string? Who(Culprit? culprit) => culprit is null ? null : CauseTable.Of(culprit.Cause).Name;

    internal static string Broken(Metric metric, double? actual, double? limit, Culprit? culprit)
    {
        var blame = Who(culprit) is { } who ? $"; {who} took {culprit!.Ms:0} ms of it" : "";
        return $"{metric.Label} {metric.Show(actual)} over {metric.Show(limit)}{blame}";
    }
}
