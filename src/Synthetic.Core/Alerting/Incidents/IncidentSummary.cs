using System.Text.Json.Serialization;

namespace Synthetic.Core.Alerting.Incidents;

/// <summary>What one cause is behind.</summary>
/// <param name="Number">How many messages there were of it before this one.</param>
/// <param name="Scenarios">How many scenarios it affects.</param>
/// <param name="Locations">From where that is seen.</param>
/// <param name="Affected">The conditions that are bad, or were where it is over; the first hundred.</param>
public sealed record IncidentSummary(int Number, int Scenarios, IReadOnlyList<string> Locations, IReadOnlyList<AffectedCondition> Affected);

/// <summary>A condition that a shared cause makes bad.</summary>
/// <param name="Fingerprint">That of the condition's own <c>alert</c> lines.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Location">Where its runs are made.</param>
/// <param name="Step">The step's name; <c>null</c> for the whole run.</param>
/// <param name="Metric">The budget's metric.</param>
/// <param name="Actual">The latest value.</param>
/// <param name="Limit">The budget's limit.</param>
/// <param name="StartsAt">When it began, UTC.</param>
public sealed record AffectedCondition(
    string Fingerprint,
    string Scenario,
    string Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Step,
    string Metric,
    double? Actual,
    double? Limit,
    DateTimeOffset StartsAt);
