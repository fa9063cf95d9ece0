using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Reporting;

/// <summary>What a finished run, or its proof, leaves behind: kept as one unit.</summary>
/// <param name="Record">The run.</param>
/// <param name="State">What alerting remembers of the scenario from now on.</param>
/// <param name="Alerts">The alert events that it caused.</param>
/// <param name="Messages">Those events, once for each notifier that is to deliver them.</param>
public sealed record RunCommit(RunRecord Record, AlertState State, IReadOnlyList<Alert> Alerts, IReadOnlyList<OutboxMessage> Messages)
{
    /// <summary>Whether it takes the place of the run's own commit.</summary>
    public bool IsProof { get; init; }

    /// <summary>What follows from a run.</summary>
    /// <param name="rule">The scenario's rule for alerts.</param>
    /// <param name="record">The run.</param>
    /// <param name="state">What alerting remembered before it.</param>
    /// <param name="notifiers">The names of the notifiers that deliver.</param>
    /// <param name="now">The present time.</param>
    public static RunCommit OfRun(
        AlertRule rule, RunRecord record, AlertState state, IReadOnlyCollection<string> notifiers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (after, alerts) = AlertEvaluator.Evaluate(rule, state, record, now);
        return new RunCommit(record, after, alerts, Route(rule, alerts, notifiers, now));
    }

    /// <summary>What follows from the proof of a run that was committed before.</summary>
    /// <param name="rule">The scenario's rule for alerts.</param>
    /// <param name="proven">The run with its proof.</param>
    /// <param name="fired">The alert events that the run caused.</param>
    /// <param name="state">What alerting remembered before the proof.</param>
    /// <param name="notifiers">The names of the notifiers that deliver.</param>
    /// <param name="now">The present time.</param>
    public static RunCommit OfProof(
        AlertRule rule, RunRecord proven, IReadOnlyList<Alert> fired, AlertState state, IReadOnlyCollection<string> notifiers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (after, alerts) = AlertEvaluator.Prove(state, proven, fired, now);
        return new RunCommit(proven, after, alerts, Route(rule, alerts, notifiers, now)) { IsProof = true };
    }

    private static OutboxMessage[] Route(
        AlertRule rule, IReadOnlyList<Alert> alerts, IReadOnlyCollection<string> notifiers, DateTimeOffset now) =>
    [
        .. from alert in alerts
           from notifier in rule.Notify.Distinct(StringComparer.Ordinal)
           where notifiers.Contains(notifier)
           select new OutboxMessage(notifier, alert, now),
    ];
}
