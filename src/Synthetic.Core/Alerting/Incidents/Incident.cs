namespace Synthetic.Core.Alerting.Incidents;

/// <summary>What one cause does to the scenarios of all locations, as one notifier is told of it. Immutable.</summary>
public sealed record Incident
{
    /// <summary>The cause, <see cref="Alert.Group"/> of the alert that opened it; that alert's fingerprint where no cause is shared with others.</summary>
    public required string Cause { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The latest alert of each condition that was ever a part of it, in the order in which they joined.</summary>
    public required IReadOnlyList<Alert> Alerts { get; init; }

    /// <summary>Messages so far.</summary>
    public int Number { get; init; }

    /// <summary>How often it was said again that it lasts.</summary>
    public int Repeated { get; init; }

    /// <summary>Whether the next message says that it lasts, and not that it changed.</summary>
    public bool SaysAgain { get; init; }

    /// <summary>When the next message is due, UTC; <c>null</c> where there is no news.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether other alerts may join it.</summary>
    internal bool IsShared => Cause != Alerts[0].Fingerprint;

    /// <summary>The alerts that still fire.</summary>
    internal IEnumerable<Alert> Open => Alerts.Where(alert => alert.State != AlertEvent.Resolved);

    /// <summary>Whether a condition is a part of it.</summary>
    internal bool Has(string fingerprint) => Alerts.Any(alert => alert.Fingerprint == fingerprint);

    /// <summary>The incident with what an alert adds to it.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="wait">How long news waits for more of its kind.</param>
    /// <param name="now">The present time.</param>
    internal Incident With(Alert alert, TimeSpan wait, DateTimeOffset now)
    {
        var joins = !Open.Any(open => open.Fingerprint == alert.Fingerprint);
        Alert[] alerts = Has(alert.Fingerprint)
            ? [.. Alerts.Select(known => known.Fingerprint == alert.Fingerprint ? alert : known)]
            : [.. Alerts, alert];
        if (alert.State == AlertEvent.Resolved)
            return this with { Alerts = alerts };
        // Each of its alerts is said again by itself: the first of them speaks for all.
        var again = alert.Repeated > Repeated;
        var isNews = Number == 0 || joins || again || alert.State == AlertEvent.Updated;
        DateTimeOffset? due = again ? now : now + wait;
        return this with
        {
            Alerts = alerts,
            Repeated = Math.Max(Repeated, alert.Repeated),
            SaysAgain = SaysAgain || again,
            DueAt = !isNews || DueAt < due ? DueAt : due,
        };
    }
}

/// <summary>What one notifier was told of, and is still to be told. Immutable; goes through <see cref="AlertJson"/> and back unchanged.</summary>
/// <param name="Incidents">What lasts.</param>
public sealed record NotifierState(IReadOnlyList<Incident> Incidents)
{
    /// <summary>Nothing lasts.</summary>
    public static NotifierState Empty { get; } = new([]);

    /// <summary>When the next message is due, UTC; <c>null</c> where there is no news.</summary>
    public DateTimeOffset? NextDue => Incidents.Min(incident => incident.DueAt);
}
