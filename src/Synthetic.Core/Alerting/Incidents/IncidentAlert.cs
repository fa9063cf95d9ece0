namespace Synthetic.Core.Alerting.Incidents;

/// <summary>Makes the one alert that speaks for all of a shared cause.</summary>
internal static class IncidentAlert
{
    /// <summary>Scenarios named in a sentence.</summary>
    private const int MostNames = 10;

    /// <summary>Conditions listed.</summary>
    private const int MostListed = 100;

    /// <summary>It began, changed, or still lasts.</summary>
    public static Alert Lasting(Incident incident)
    {
        Alert[] alerts = [.. incident.Open.DefaultIfEmpty(incident.Alerts[^1])];
        var worst = alerts.OrderByDescending(alert => alert.Severity).ThenByDescending(alert => alert.Actual / alert.Limit).First();
        return Of(incident, alerts, worst) with
        {
            State = incident.Number == 0 || incident.SaysAgain ? AlertEvent.Firing : AlertEvent.Updated,
            EndsAt = null,
            Repeated = incident.Number == 0 ? 0 : incident.Repeated,
            Message = alerts.Length == 1 ? worst.Message : $"{Name(incident)}: {Extent(alerts)} affected; worst: {worst.Message}",
        };
    }

    /// <summary>It is over.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="last">The alert that ended last.</param>
    public static Alert Over(Incident incident, Alert last) => Of(incident, incident.Alerts, last) with
    {
        State = AlertEvent.Resolved,
        Message = incident.Alerts.Count == 1 ? last.Message : $"{Name(incident)}: over after {AlertText.Lasting(last.EndsAt!.Value - incident.OpenedAt)}; it was behind {Extent(incident.Alerts)}",
    };

    private static Alert Of(Incident incident, IReadOnlyList<Alert> alerts, Alert spokesman) => spokesman with
    {
        Fingerprint = AlertEvents.Fingerprint(incident.Cause),
        Group = incident.Cause,
        Severity = alerts.Max(alert => alert.Severity),
        StartsAt = alerts.Min(alert => alert.StartsAt),
        Incident = new IncidentSummary(
            incident.Number,
            alerts.Select(alert => alert.Scenario).Distinct(StringComparer.Ordinal).Count(),
            [.. alerts.Select(alert => alert.Location).Distinct(StringComparer.Ordinal)],
            [.. alerts.Take(MostListed).Select(alert => new AffectedCondition(alert.Fingerprint, alert.Scenario, alert.Location, alert.Step, alert.Metric, alert.Actual, alert.Limit, alert.StartsAt))]),
    };

    private static string Name(Incident incident) => incident.Cause.Split(':', 2)[^1].Replace("@", " at ", StringComparison.Ordinal);

    private static string Extent(IReadOnlyList<Alert> alerts)
    {
        string[] scenarios = [.. alerts.Select(alert => alert.Scenario).Distinct(StringComparer.Ordinal)];
        string[] locations = [.. alerts.Select(alert => alert.Location).Distinct(StringComparer.Ordinal)];
        var names = string.Join(", ", scenarios.Take(MostNames)) + (scenarios.Length > MostNames ? $" and {scenarios.Length - MostNames} more" : "");
        var where = locations.Length == 1 ? locations[0] : $"{locations.Length} locations ({string.Join(", ", locations.Take(MostNames))})";
        return scenarios.Length == 1 ? $"{names} in {where}" : $"{scenarios.Length} scenarios ({names}) in {where}";
    }
}
