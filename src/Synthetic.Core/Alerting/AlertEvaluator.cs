using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>Turns runs into alerts: pure, so that the same runs always make the same alerts.</summary>
public static class AlertEvaluator
{
    /// <summary>Takes one run into account.</summary>
    /// <param name="rule">When bad runs become an alert.</param>
    /// <param name="state">What the runs before it came to.</param>
    /// <param name="record">The run.</param>
    /// <param name="now">The present time: decides whether an alert is said again.</param>
    /// <returns>The state to pass in with the next run, and what is to be said now.</returns>
    public static (AlertState State, IReadOnlyList<Alert> Events) Evaluate(
        AlertRule rule, AlertState state, RunRecord record, DateTimeOffset now)
    {
        var verdicts = Judging.Of(record).ToDictionary(verdict => verdict.Key, StringComparer.Ordinal);
        var known = state.Conditions.ToDictionary(condition => condition.Key, StringComparer.Ordinal);
        var kept = new List<AlertCondition>();
        var events = new List<Alert>();
        foreach (var key in known.Keys.Union(verdicts.Keys).Order(StringComparer.Ordinal))
        {
            var condition = known.GetValueOrDefault(key) ?? new AlertCondition { Key = key };
            var (next, said) = Next(rule, condition, verdicts.GetValueOrDefault(key), record, now);
            if (next.Said is not null || next.Recent.Any(past => past.Bad))
                kept.Add(next);
            if (said is not null)
                events.Add(said);
        }
        return (new AlertState { Conditions = kept }, events);
    }

    private static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, Verdict? verdict, RunRecord record, DateTimeOffset now)
    {
        if (condition.Said is not { } said)
            return verdict is null ? (condition, null) : Watching.Next(rule, condition, verdict, record, now);
        if (verdict is null && Unlisted(said, record))
            return (new AlertCondition { Key = condition.Key }, AlertEvents.Dropped(said, record, now));
        return Firing.Next(rule, condition, said, verdict, record, now);
    }

    // A budget taken out of the scenario would otherwise fire for ever.
    private static bool Unlisted(Alert said, RunRecord record) =>
        said.Limit is not null
        && record.Status is RunStatus.Passed or RunStatus.Degraded
        && !record.Budgets.Any(budget => budget.Metric == said.Metric && budget.Step == said.Step);
}
