using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>Which conditions a run says something about, and what.</summary>
internal static class RunConditions
{
    /// <summary>The condition "the target fails".</summary>
    public const string Status = "status";

    /// <summary>The condition "the monitor is broken".</summary>
    public const string Monitor = "monitor";

    /// <summary>The condition "the scenario is wrong": it can't be run as it is written.</summary>
    public const string Scenario = "scenario";

    /// <summary>The condition "the scenario is not run": its slots pass without a run.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>A value this many times its limit is critical.</summary>
    public const double CriticalFactor = 2;

    public static IReadOnlyList<ConditionResult> Of(RunRecord record)
    {
        // Somebody works on the target: whatever a run finds is no news.
        if (record.Maintenance is not null)
            return [];
        return record.Status switch
        {
            RunStatus.Aborted or RunStatus.Missed => [new() { Metric = Heartbeat, Bad = true, Group = Worker(record) }],
            RunStatus.Error => [Alive, Broken(record)],
            // On a noisy machine the values prove nothing, but the target did work.
            RunStatus.Inconclusive => [Alive, Sound, Runnable, Health(record)],
            RunStatus.Failed => [Alive, Sound, .. OfFailed(record)],
            RunStatus.Passed or RunStatus.Degraded => [Alive, Sound, Runnable, Health(record), .. Budgets(record)],
        };
    }

    // Whether the steps after the failed one can be run as they are written is not known.
    private static IEnumerable<ConditionResult> OfFailed(RunRecord record)
    {
        // Of the target such a run says nothing: neither that it fails nor that it works.
        if (record.Failure?.Kind == FailureKind.Scenario)
            return [Mistaken(record)];
        return record.Host?.Verdict == HostState.Noisy ? [Health(record)] : [Health(record), .. Budgets(record)];
    }

    /// <summary>The rule for a condition: a scenario that is not run says so after two of its intervals, whatever its runs are judged by.</summary>
    public static AlertRule RuleOf(AlertRule rule, string key) => key == Heartbeat ? rule with { Failures = 2, Of = 2, Recoveries = 1 } : rule;

    private static ConditionResult Alive { get; } = new() { Metric = Heartbeat, Bad = false };

    private static ConditionResult Sound { get; } = new() { Metric = Monitor, Bad = false };

    private static ConditionResult Runnable { get; } = new() { Metric = Scenario, Bad = false };

    // A worker in trouble is in trouble with all its scenarios.
    private static string Worker(RunRecord record) => $"monitor:worker@{record.Location}";

    private static ConditionResult Broken(RunRecord record) => new()
    {
        Metric = Monitor,
        Step = record.Failure?.Step,
        Bad = true,
        Group = Worker(record),
        Failure = record.Failure,
    };

    // One scenario's own: it has no group with others.
    private static ConditionResult Mistaken(RunRecord record) => new()
    {
        Metric = Scenario,
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
            LimitSource = LimitSource.Of(budget),
            Actual = budget.Actual,
            Culprit = culprit,
            Group = group,
        };
    }
}
