namespace Synthetic.Core.Alerting.Incidents;

/// <summary>
/// Turns alerts into what people are told: one message for each cause, whatever it is behind. Pure. An alert stays with the
/// cause that it fired with until it is over, so that none is resolved by another's end.
/// </summary>
public static class IncidentEvaluator
{
    /// <summary>Takes an alert event into account.</summary>
    /// <param name="state">What the notifier was told before.</param>
    /// <param name="alert">The event.</param>
    /// <param name="wait">How long news of a cause that others may share waits for more of it.</param>
    /// <param name="now">The present time.</param>
    /// <returns>The state to pass in with the next event, and what is to be told at once.</returns>
    public static (NotifierState State, IReadOnlyList<Alert> Messages) Take(NotifierState state, Alert alert, TimeSpan wait, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(alert);
        var known = state.Incidents.FirstOrDefault(incident => incident.Has(alert.Fingerprint));
        if (alert.State == AlertEvent.Resolved && known is null)
            // Of one that fired before this notifier was told of any.
            return (state, [alert]);
        known ??= state.Incidents.FirstOrDefault(incident => incident.IsShared && incident.Cause == alert.Group);
        var incident = (known ?? new Incident { Cause = alert.Group ?? alert.Fingerprint, OpenedAt = now, Alerts = [] })
            .With(alert, wait, now);
        var (next, messages) = incident.IsShared ? Shared(incident, alert, now) : (alert.State == AlertEvent.Resolved ? null : Told(incident), [alert]);
        return (Replaced(state, known, next), messages);
    }

    /// <summary>Tells what was waiting for more of its kind.</summary>
    /// <param name="state">What the notifier was told before.</param>
    /// <param name="now">The present time.</param>
    /// <returns>The state to pass in with the next event, and what is to be told now.</returns>
    public static (NotifierState State, IReadOnlyList<Alert> Messages) TakeDue(NotifierState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        Incident[] due = [.. state.Incidents.Where(incident => incident.DueAt <= now)];
        return (
            new NotifierState([.. state.Incidents.Select(incident => due.Contains(incident) ? Told(incident) : incident)]),
            [.. due.Select(incident => IncidentAlert.Lasting(incident))]);
    }

    private static (Incident?, IReadOnlyList<Alert>) Shared(Incident incident, Alert alert, DateTimeOffset now)
    {
        if (incident.Open.Any())
            return incident.DueAt <= now ? (Told(incident), [IncidentAlert.Lasting(incident)]) : (incident, []);
        // What nobody heard of yet is told all the same: it began, and it is over.
        return incident.Number > 0
            ? (null, [IncidentAlert.Over(incident, alert)])
            : (null, [IncidentAlert.Lasting(incident), IncidentAlert.Over(Told(incident), alert)]);
    }

    private static Incident Told(Incident incident) => incident with { Number = incident.Number + 1, SaysAgain = false, DueAt = null };

    private static NotifierState Replaced(NotifierState state, Incident? known, Incident? next)
    {
        var others = state.Incidents.Where(incident => incident != known);
        return new NotifierState(next is null ? [.. others] : [.. others, next]);
    }
}
