using Synthetic.Core.Records;

namespace Synthetic.Core.Alerting;

/// <summary>Which conditions a run says something about, and what.</summary>
internal static class RunConditions
{
    /// <summary>The condition "the target fails".</summary>
    public const string Status = "status";

    /// <summary>The condition "the monitor is broken".</summary>
    public const string Monitor = "monitor";

    /// <summary>A value this many times its limit is critical.</summary>
    public const double CriticalFactor = 2;

    public static IReadOnlyList<ConditionResult> Of(RunRecord record) => record.Status switch
    {
        RunStatus.Aborted or RunStatus.Missed => [],
        RunStatus.Error => [Broken(record)],
        // On a noisy machine the values prove nothing, but the target did work.
        RunStatus.Inconclusive => [Sound, Health(record)],
        RunStatus.Failed when record.Host?.Verdict == HostState.Noisy => [Sound, Health(record)],
        _ => [Sound, Health(record), .. Budgets(record)],
    };

    private static ConditionResult Sound { get; } = new() { Metric = Monitor, Bad = false };

    private static ConditionResult Broken(RunRecord record) => new()
    {
        Metric = Monitor,
        Step = record.Failure?.Step,
        Bad = true,
        Failure = record.Failure,
    };

    private static ConditionResult Health(RunRecord record) => new()
    {
        Metric = Status,
        Step = record.Failure?.Step,
        Bad = record.Status == RunStatus.Failed,
        Failure = record.Failure,
    };

    private static IEnumerable<ConditionResult> Budgets(RunRecord record) => record.Budgets
        .Where(budget => budget is { Ok: not null, Actual: not null })
        .Select(budget => Budget(record, budget))
        // Two steps may bear one name: the worse one speaks for both.
        .GroupBy(result => result.Key, StringComparer.Ordinal)
        .Select(same => same.OrderByDescending(result => result.Bad)
            .ThenByDescending(result => result.Actual - result.Limit).First());

    private static ConditionResult Budget(RunRecord record, BudgetResult budget)
    {
        var (culprit, group) = BudgetCulprit.For(record, budget);
        return new ConditionResult
        {
            Metric = budget.Metric,
            Step = budget.Step,
            Bad = budget.Ok == false,
            Limit = budget.Limit,
            Actual = budget.Actual,
            Culprit = culprit,
            Group = group,
        };
    }
}
