using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>A condition that does not fire: enough bad runs among the latest make it.</summary>
internal static class PendingCondition
{
    public static (AlertCondition, Alert?) Next(
        AlertRule rule, AlertCondition condition, ConditionResult result, RunRecord record, DateTimeOffset now)
    {
        PastVerdict[] recent = [.. condition.Recent, new PastVerdict(result.Bad, record.StartedAt)];
        recent = recent[Math.Max(0, recent.Length - rule.Of)..];
        if (!result.Bad || recent.Count(past => past.Bad) < rule.Failures)
            return (Quiet(condition with { Recent = recent }), null);
        var alert = AlertEvents.Firing(result, record, recent.First(past => past.Bad).StartedAt);
        // The window starts afresh: what made this alert must not make the next one too.
        var firing = condition with
        {
            Recent = [],
            Recovered = 0,
            Latest = alert,
            LatestAt = now,
            SinceEnd = null,
            Returns = condition.SinceEnd is null ? 0 : condition.Returns + 1,
        };
        return (firing, !firing.IsFlapping(rule) ? alert : alert with { Flapping = true, Message = AlertText.Flapping(alert, firing.Recoveries(rule)) });
    }

    // After a while it is no more than any other.
    private static AlertCondition Quiet(AlertCondition condition) => condition.SinceEnd switch
    {
        null => condition,
        >= AlertCondition.ReturnRuns - 1 => condition with { SinceEnd = null, Returns = 0 },
        var runs => condition with { SinceEnd = runs + 1 },
    };
}
