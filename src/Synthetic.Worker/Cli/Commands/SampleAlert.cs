using Synthetic.Core.Alerting;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Cli.Commands;

/// <summary>An alert that says of itself that it is a sample.</summary>
internal static class SampleAlert
{
    /// <summary>Its beginning and its end.</summary>
    public static IReadOnlyList<Alert> FiringThenResolved(DateTimeOffset now)
    {
        var firing = new Alert
        {
            State = AlertEvent.Firing,
            Fingerprint = "0000000000000000",
            Group = "backend:db@shop.example",
            Severity = AlertSeverity.Warning,
            Scenario = "sample",
            Location = "sample",
            Step = "Place order",
            Metric = "response",
            Limit = 1000,
            Actual = 1480,
            Culprit = new Culprit
            {
                Kind = CulpritKind.Backend,
                Component = "db",
                Ms = 1350,
                Share = 0.91,
                Confidence = Confidence.Inferred,
                Evidence = ["POST /api/orders waited 1400 ms for its first byte; its server reports db 1350 ms"],
            },
            // Another one each time: a receiver that knows the key would drop it.
            RunId = Guid.CreateVersion7(now).ToString(),
            StartsAt = now.AddMinutes(-2),
            Message = "a sample, nothing is wrong: sample / Place order: response 1480 ms over 1000 ms; db took 1350 ms of it",
        };
        return
        [
            firing,
            firing with
            {
                State = AlertEvent.Resolved, Actual = 420, EndsAt = now, Message = "a sample: sample / Place order: response back to 420 ms, within 1000 ms, after 2 min",
            },
        ];
    }
}
