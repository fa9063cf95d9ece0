using Synthetic.Core.Diagnosing;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>A condition that fires: good runs in a row end it, a new culprit or time passing has it said again.</summary>
internal static class Firing
{
    public static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, Alert said, Verdict? verdict, RunRecord record, DateTimeOffset now)
    {
        var recovered = verdict switch { null => condition.Recovered, { Bad: true } => 0, _ => condition.Recovered + 1 };
        if (verdict is { Bad: false } && recovered >= rule.Recoveries)
            return (new AlertCondition { Key = condition.Key }, AlertEvents.Resolved(said, verdict, record, now));

        var next = condition with { Recovered = recovered };
        if (verdict is { Bad: true, Culprit: { } culprit } && !SameCause(culprit, said.Culprit))
        {
            var updated = AlertEvents.Updated(said, verdict, record);
            return (next with { Said = updated, SaidAt = now }, updated);
        }
        if (rule.Repeat <= TimeSpan.Zero || now - condition.SaidAt < rule.Repeat)
            return (next, null);
        var repeated = AlertEvents.Repeated(said, verdict is { Bad: true } ? verdict : null, record, now);
        return (next with { Said = repeated, SaidAt = now }, repeated);
    }

    private static bool SameCause(Culprit one, Culprit? other) =>
        one.Kind == other?.Kind && one.Component == other.Component;
}
