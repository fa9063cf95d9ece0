using System.Text.Json.Nodes;
using Synthetic.Core.Alerting;
using Synthetic.Core.Basics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Results.Notifiers;

/// <summary>Sends events to PagerDuty: one incident for each fingerprint.</summary>
internal sealed class PagerDutyNotifier(Notifier settings, Redactor redactor) : HttpNotifier(settings, redactor)
{
    private const string Events = "https://events.pagerduty.com/v2/enqueue";

    /// <summary>The most characters of a summary, less the mark of a cut.</summary>
    private const int LongestSummary = 1023;

    protected override string Address => Settings.Url?.Reveal() ?? Events;

    protected override string Body(OutboxMessage message)
    {
        var alert = message.Alert;
        var clean = Clean(new JsonObject
        {
            ["event_action"] = alert.State == AlertEvent.Resolved ? "resolve" : "trigger",
            ["dedup_key"] = alert.Fingerprint,
            ["client"] = "Synthetic",
            ["payload"] = new JsonObject
            {
                ["summary"] = PlainText.Cut(alert.Message, LongestSummary),
                ["source"] = alert.Incident is { Scenarios: > 1 } or { Locations.Count: > 1 } ? alert.Group : $"{alert.Scenario} from {alert.Location}",
                ["severity"] = alert.Severity == AlertSeverity.Critical ? "critical" : "warning",
                ["timestamp"] = alert.StartsAt.ToString("O"),
                ["component"] = alert.Culprit?.Component,
                ["group"] = alert.Group,
                ["class"] = alert.Metric,
                ["custom_details"] = JsonNode.Parse(AlertJson.Write(alert)),
            },
        });
        // A secret that this receiver is to have.
        return $"{{\"routing_key\":{JsonValue.Create(Settings.Key!.Reveal()).ToJsonString()},{clean[1..]}";
    }
}
