using System.Globalization;
using Synthetic.Core.Alerting;
using Synthetic.Core.Alerting.Incidents;

namespace Synthetic.Results.Notifiers;

/// <summary>An alert as people read it: what happened, since when, who is to blame, what was proven, and where to look.</summary>
/// <param name="Title">One line.</param>
/// <param name="Facts">A name and a value each.</param>
internal sealed record AlertNotice(string Title, IReadOnlyList<(string Name, string Value)> Facts)
{
    /// <summary>Conditions listed.</summary>
    private const int MostAffected = 20;

    /// <summary>The notice of an alert.</summary>
    /// <param name="alert">The alert.</param>
    public static AlertNotice Of(Alert alert)
    {
        var facts = new List<(string, string)> { ("Since", Utc(alert.StartsAt)) };
        if (alert.EndsAt is { } end)
            facts.Add(("Until", Utc(end)));
        if (alert.Culprit is { } culprit)
            facts.Add(("Culprit", string.Create(CultureInfo.InvariantCulture, $"{BudgetText.Who(culprit) ?? "unknown"}, {culprit.Ms:0.#} ms, {$"{culprit.Confidence}".ToLowerInvariant()}")));
        if (alert.Culprit?.Evidence is [var evidence, ..])
            facts.Add(("Because", evidence));
        if (alert.Proof is { } proof)
            facts.Add(("Proof", proof.Text));
        if (alert.Incident is { Affected.Count: > 1 } incident)
            facts.Add(("Affected", string.Join('\n', incident.Affected.Take(MostAffected).Select(Line)) + (incident.Affected.Count > MostAffected ? $"\nand {incident.Affected.Count - MostAffected} more" : "")));
        else
            facts.Add(("Location", alert.Location));
        facts.Add(("Run", alert.RunId));
        return new AlertNotice($"{Heading(alert)}: {alert.Message}", facts);
    }

    /// <summary>All of it as plain text.</summary>
    public string ToText() => string.Join('\n', [Title, "", .. Facts.Select(fact => $"{fact.Name}: {fact.Value}")]);

    private static string Line(AffectedCondition one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Scenario}{(one.Step is null ? "" : $" / {one.Step}")} from {one.Location}: {one.Metric} {one.Actual:0.#} over {one.Limit:0.#}");

    private static string Heading(Alert alert) => alert.State switch
    {
        AlertEvent.Firing => alert.Severity == AlertSeverity.Critical ? "CRITICAL" : "WARNING",
        AlertEvent.Updated => "UPDATE",
        AlertEvent.Resolved => "RESOLVED",
    };

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
