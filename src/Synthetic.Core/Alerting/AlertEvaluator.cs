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
        var verdicts = RunConditions.Of(record).ToDictionary(verdict => verdict.Key, StringComparer.Ordinal);
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
            if (condition.Said is not { } said || said.RunId != proven.RunId
                || !fired.Any(alert => alert.Fingerprint == said.Fingerprint && AlertProof.MayConcern(alert))
                || AlertProof.Of(said, proven) is not { } proof)
                return condition;
            var updated = said with { State = AlertEvent.Updated };
            events.Add(proof.On(updated, now));
            return condition with { Said = updated, SaidAt = now, Proof = proof };
        }
        return (new AlertState { Conditions = [.. state.Conditions.Select(Next)] }, events);
    }

    private static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, Verdict? verdict, RunRecord record, DateTimeOffset now)
    {
        if (condition.Said is not { } said)
            return verdict is null ? (condition, null) : PendingCondition.Next(rule, condition, verdict, record, now);
        if (verdict is null && Unlisted(said, record))
            return (new AlertCondition { Key = condition.Key }, condition.Shown(AlertEvents.Dropped(said, record, now), now));
        return FiringCondition.Next(rule, condition, said, verdict, record, now);
    }

    // A budget taken out of the scenario would otherwise fire for ever.
    private static bool Unlisted(Alert said, RunRecord record) =>
        said.Limit is not null
        && record.Status is RunStatus.Passed or RunStatus.Degraded
        && !record.Budgets.Any(budget => budget.Metric == said.Metric && budget.Step == said.Step);
}
