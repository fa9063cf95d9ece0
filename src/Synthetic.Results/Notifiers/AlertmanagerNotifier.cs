using System.Globalization;
using System.Text.Json.Nodes;
using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Sends alerts to Alertmanager, which groups, silences and routes them.</summary>
internal sealed class AlertmanagerNotifier(Notifier settings, Redactor redactor) : HttpNotifier(settings, redactor)
{
    /// <summary>
    /// How long Alertmanager takes an alert for firing that it hears no more of: it would resolve one without an end after five
    /// minutes. A rule that says its alerts again more rarely than that must have a shorter <c>repeat</c>.
    /// </summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(25);

    protected override string Address => $"{Settings.Url!.Reveal().TrimEnd('/')}/api/v2/alerts";

    protected override string Body(OutboxMessage message)
    {
        var alert = message.Alert;
        var alerts = new JsonArray(Of(alert, alert.Severity, alert.EndsAt ?? message.CreatedAt + Lasts));
        // The severity is a label, since people route by it, and so a part of the alert's identity: the one that it may have had before ends.
        var before = alert.Severity == AlertSeverity.Critical ? AlertSeverity.Warning : AlertSeverity.Critical;
        if (alert is { State: AlertEvent.Updated } or { State: AlertEvent.Firing, Repeated: > 0 })
            alerts.Add(Of(alert, before, message.CreatedAt));
        return Clean(alerts);
    }

    private static JsonObject Of(Alert alert, AlertSeverity severity, DateTimeOffset ends) => new()
    {
        ["labels"] = Filled(
            ("alertname", "Synthetic"),
            ("fingerprint", alert.Fingerprint),
            // Whoever speaks for a shared cause may be another one next time; labels are what makes an alert the same.
            ("group", alert.Incident is null ? null : alert.Group),
            ("scenario", alert.Incident is null ? alert.Scenario : null),
            ("step", alert.Incident is not null || alert.Step is null || alert.Limit is null ? null : alert.Step),
            ("location", alert.Incident is null ? alert.Location : null),
            ("metric", alert.Incident is null ? alert.Metric : null),
            ("severity", $"{severity}".ToLowerInvariant())),
        ["annotations"] = Filled(
            ("summary", alert.Message),
            ("culprit", BudgetText.Who(alert.Culprit)),
            ("group", alert.Group),
            ("affected", alert.Incident is null ? null : string.Join(", ", alert.Incident.Affected.Select(one => $"{one.Scenario} from {one.Location}").Distinct(StringComparer.Ordinal))),
            ("proof", alert.Proof?.Text),
            ("run", alert.RunId)),
        ["startsAt"] = Instant(alert.StartsAt < ends ? alert.StartsAt : ends),
        ["endsAt"] = Instant(ends),
    };

    private static JsonObject Filled(params (string Name, string? Value)[] pairs) =>
        new(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value)));

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
