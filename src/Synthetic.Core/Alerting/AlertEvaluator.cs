using Synthetic.Core.Records;
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
        var results = RunConditions.Of(record).ToDictionary(result => result.Key, StringComparer.Ordinal);
        var known = state.Conditions.ToDictionary(condition => condition.Key, StringComparer.Ordinal);
        var kept = new List<AlertCondition>();
        var events = new List<Alert>();
        foreach (var key in known.Keys.Union(results.Keys).Order(StringComparer.Ordinal))
        {
            var condition = known.GetValueOrDefault(key) ?? new AlertCondition { Key = key };
            var (next, alert) = Next(RunConditions.RuleOf(rule, key), condition, results.GetValueOrDefault(key), record, now);
            if (next.Latest is not null || next.SinceEnd is not null || next.Recent.Any(past => past.Bad))
                kept.Add(next);
            if (alert is not null)
                events.Add(alert);
        }
        return (new AlertState { Conditions = kept }, events);
    }

    /// <summary>Takes a proof into account: it is told of each alert that its run made fire and that it has a verdict on.</summary>
    /// <param name="state">What the runs came to.</param>
    /// <param name="proven">The run with its proof.</param>
    /// <param name="fired">What the run made fire.</param>
    /// <param name="now">The present time.</param>
    /// <returns>The state to pass in with the next run, and what is to be said now; the proof of a run that is not the latest says nothing.</returns>
    public static (AlertState State, IReadOnlyList<Alert> Events) Prove(
        AlertState state, RunRecord proven, IReadOnlyList<Alert> fired, DateTimeOffset now)
    {
        var events = new List<Alert>();
        AlertCondition Next(AlertCondition condition)
        {
            if (condition.Latest is not { } latest || latest.RunId != proven.RunId
                || !fired.Any(alert => alert.Fingerprint == latest.Fingerprint && AlertProof.MayConcern(alert))
                || AlertProof.Of(latest, proven) is not { } proof)
                return condition;
            var updated = latest with { State = AlertEvent.Updated };
            events.Add(proof.On(updated, now));
            return condition with { Latest = updated, LatestAt = now, Proof = proof };
        }
        return (new AlertState { Conditions = [.. state.Conditions.Select(Next)] }, events);
    }

    private static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, ConditionResult? result, RunRecord record, DateTimeOffset now)
    {
        if (condition.Latest is not { } latest)
            return result is null ? (condition, null) : PendingCondition.Next(rule, condition, result, record, now);
        if (result is null && Unlisted(latest, record))
            return (new AlertCondition { Key = condition.Key }, condition.WithProof(AlertEvents.Dropped(latest, record, now), now));
        return FiringCondition.Next(rule, condition, latest, result, record, now);
    }

    // A budget taken out of the scenario would otherwise fire for ever.
    private static bool Unlisted(Alert latest, RunRecord record) =>
        latest.Limit is not null
        && record.Status is RunStatus.Passed or RunStatus.Degraded
        && !record.Budgets.Any(budget => budget.Metric == latest.Metric && budget.Step == latest.Step);
}
