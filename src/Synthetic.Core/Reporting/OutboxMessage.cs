using Synthetic.Core.Alerting;

namespace Synthetic.Core.Reporting;

/// <summary>An alert event on its way to one notifier.</summary>
/// <param name="Notifier">The notifier's name.</param>
/// <param name="Alert">What is to be told.</param>
/// <param name="CreatedAt">When it was committed, UTC.</param>
public sealed record OutboxMessage(string Notifier, Alert Alert, DateTimeOffset CreatedAt)
{
    /// <summary>The same whenever the same event is delivered again, and of no other event: an idempotency key for receivers.</summary>
    public string Key => $"{Alert.Fingerprint}-{Alert.RunId}-{Alert.State}-{Alert.Repeated}{(Alert.Incident is { } incident ? $"-{incident.Number}" : "")}".ToLowerInvariant();
}
