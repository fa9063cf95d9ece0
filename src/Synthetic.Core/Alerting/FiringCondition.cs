using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>A condition that fires: good runs in a row end it, a new culprit or time passing has it said again.</summary>
internal static class FiringCondition
{
    public static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, Alert said, Verdict? verdict, RunRecord record, DateTimeOffset now)
    {
        var recovered = verdict switch { null => condition.Recovered, { Bad: true } => 0, _ => condition.Recovered + 1 };
        if (verdict is { Bad: false } && recovered >= rule.Recoveries)
            return (new AlertCondition { Key = condition.Key }, condition.Shown(AlertEvents.Resolved(said, verdict, record, now), now));

        var next = condition with { Recovered = recovered };
        if (verdict is { Bad: true, Culprit: { } culprit } && culprit.Cause != said.Culprit?.Cause
            // The runs still blame whom the proof cleared, or come to blame whom it found: neither is news.
            && culprit.Cause != condition.Proof?.Culprit.Cause)
        {
            var updated = AlertEvents.Updated(said, verdict, record);
            return (next with { Said = updated, SaidAt = now, Proof = null }, updated);
        }
        if (rule.Repeat <= TimeSpan.Zero || now - condition.SaidAt < rule.Repeat)
            return (next, null);
        var repeated = AlertEvents.Repeated(said, verdict is { Bad: true } ? verdict : null, record);
        // What later runs are compared with is whom the runs blamed, also when one has come to blame whom the proof found.
        var kept = condition.Proof is null ? repeated : repeated with { Culprit = said.Culprit, Group = said.Group };
        return (next with { Said = kept, SaidAt = now }, condition.Shown(repeated with { Message = AlertText.Again(repeated, now) }, now));
    }
}
