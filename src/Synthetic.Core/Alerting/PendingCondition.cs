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
            return (condition with { Recent = recent }, null);
        var alert = AlertEvents.Firing(result, record, recent.First(past => past.Bad).StartedAt);
        // The window starts afresh: what made this alert must not make the next one too.
        return (condition with { Recent = [], Recovered = 0, Latest = alert, LatestAt = now }, alert);
    }
}
