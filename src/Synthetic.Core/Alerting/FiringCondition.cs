using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>A condition that fires: good runs in a row end it, a new culprit or time passing has it said again.</summary>
internal static class FiringCondition
{
    public static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, Alert latest, ConditionResult? result, RunRecord record, DateTimeOffset now)
    {
        var recovered = result switch { null => condition.Recovered, { Bad: true } => 0, _ => condition.Recovered + 1 };
        if (result is { Bad: false } && recovered >= condition.Recoveries(rule))
            return (condition.Ended(), condition.WithProof(AlertEvents.Resolved(latest, result, record, now), now));

        var next = condition with { Recovered = recovered };
        if (result is { Bad: true, Culprit: { } culprit } && culprit.Cause != latest.Culprit?.Cause
            // The runs still blame whom the proof cleared, or come to blame whom it found: neither is news.
            && culprit.Cause != condition.Proof?.Culprit.Cause)
        {
            var updated = AlertEvents.Updated(latest, result, record);
            return (next with { Latest = updated, LatestAt = now, Proof = null }, updated);
        }
        if (rule.Repeat <= TimeSpan.Zero || now - condition.LatestAt < rule.Repeat)
            return (next, null);
        var repeated = AlertEvents.Repeated(latest, result is { Bad: true } ? result : null, record);
        // What later runs are compared with is whom the runs blamed, also when one has come to blame whom the proof found.
        var kept = condition.Proof is null ? repeated : repeated with { Culprit = latest.Culprit, Group = latest.Group };
        return (next with { Latest = kept, LatestAt = now }, condition.WithProof(repeated with { Message = AlertText.Again(repeated, now) }, now));
    }
}
