using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Reporting;

/// <summary>What a finished run, or its proof, leaves behind: kept as one unit.</summary>
/// <param name="Record">The run.</param>
/// <param name="State">What alerting remembers of the scenario from now on.</param>
/// <param name="Alerts">The alert events that it caused.</param>
/// <param name="Events">Those events, once for each notifier that is to be told.</param>
public sealed record RunCommit(RunRecord Record, AlertState State, IReadOnlyList<Alert> Alerts, IReadOnlyList<NotifierEvent> Events)
{
    /// <summary>Whether it takes the place of the run's own commit.</summary>
    public bool IsProof { get; init; }

    /// <summary>What follows from a run.</summary>
    /// <param name="rule">The scenario's rule for alerts.</param>
    /// <param name="record">The run.</param>
    /// <param name="state">What alerting remembered before it.</param>
    /// <param name="notifiers">The notifiers that deliver, by name, and how long each waits for more of a cause.</param>
    /// <param name="now">The present time.</param>
    public static RunCommit OfRun(
        AlertRule rule, RunRecord record, AlertState state, IReadOnlyDictionary<string, TimeSpan> notifiers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (after, alerts) = AlertEvaluator.Evaluate(rule, state, record, now);
        return new RunCommit(record, after, alerts, Route(rule, alerts, notifiers));
    }

    /// <summary>What follows from the proof of a run that was committed before.</summary>
    /// <param name="rule">The scenario's rule for alerts.</param>
    /// <param name="proven">The run with its proof.</param>
    /// <param name="fired">The alert events that the run caused.</param>
    /// <param name="state">What alerting remembered before the proof.</param>
    /// <param name="notifiers">The notifiers that deliver, by name, and how long each waits for more of a cause.</param>
    /// <param name="now">The present time.</param>
    public static RunCommit OfProof(
        AlertRule rule, RunRecord proven, IReadOnlyList<Alert> fired, AlertState state, IReadOnlyDictionary<string, TimeSpan> notifiers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var (after, alerts) = AlertEvaluator.Prove(state, proven, fired, now);
        return new RunCommit(proven, after, alerts, Route(rule, alerts, notifiers)) { IsProof = true };
    }

    private static NotifierEvent[] Route(AlertRule rule, IReadOnlyList<Alert> alerts, IReadOnlyDictionary<string, TimeSpan> notifiers) =>
    [
        .. from alert in alerts
           from notifier in ((alert.ConcernsMonitor ? rule.NotifyMonitor : null) ?? rule.Notify).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           where notifiers.ContainsKey(notifier)
           select new NotifierEvent(notifier, notifiers[notifier], alert),
    ];
}

/// <summary>An alert event that a notifier is to be told of.</summary>
/// <param name="Notifier">The notifier's name.</param>
/// <param name="Wait">How long it may wait for more of the same cause.</param>
/// <param name="Alert">The event.</param>
public sealed record NotifierEvent(string Notifier, TimeSpan Wait, Alert Alert);
