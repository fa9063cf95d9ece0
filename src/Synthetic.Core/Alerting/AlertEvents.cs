using System.Security.Cryptography;
using System.Text;
using Synthetic.Core.Records;

namespace Synthetic.Core.Alerting;

/// <summary>Makes the alerts themselves. Whatever happens between firing and resolved, fingerprint and start stay.</summary>
internal static class AlertEvents
{
    public static Alert Firing(ConditionResult result, RunRecord record, DateTimeOffset startsAt) => new()
    {
        State = AlertEvent.Firing,
        Fingerprint = Fingerprint($"{record.Location}\n{record.Scenario}\n{result.Key}"),
        Group = result.Group,
        Severity = result.Severity,
        Scenario = record.Scenario,
        Location = record.Location,
        Step = result.Step,
        Metric = result.Metric,
        Limit = result.Limit,
        BaselineMs = result.LimitSource?.BaselineMs,
        Percent = result.LimitSource?.Percent,
        Actual = result.Actual,
        Culprit = result.Culprit,
        RunId = record.RunId,
        StartsAt = startsAt,
        Message = AlertText.Bad(record.Scenario, result),
    };

    public static Alert Updated(Alert latest, ConditionResult result, RunRecord record) =>
        Latest(latest, result, record) with { State = AlertEvent.Updated };

    /// <summary>Its message does not say yet how long it lasts: the state keeps it so, and a message said a third time does not grow.</summary>
    public static Alert Repeated(Alert latest, ConditionResult? result, RunRecord record) =>
        (result is null ? latest : Latest(latest, result, record)) with { State = AlertEvent.Firing, Repeated = latest.Repeated + 1 };

    public static Alert Resolved(Alert latest, ConditionResult result, RunRecord record, DateTimeOffset now) => latest with
    {
        State = AlertEvent.Resolved,
        Limit = result.Limit,
        BaselineMs = result.LimitSource?.BaselineMs,
        Percent = result.LimitSource?.Percent,
        Actual = result.Actual,
        RunId = record.RunId,
        EndsAt = now,
        Message = AlertText.Good(latest, result, now),
    };

    public static Alert Dropped(Alert latest, RunRecord record, DateTimeOffset now) => latest with
    {
        State = AlertEvent.Resolved,
        Actual = null,
        RunId = record.RunId,
        EndsAt = now,
        Message = AlertText.Dropped(latest),
    };

    private static Alert Latest(Alert latest, ConditionResult result, RunRecord record) => latest with
    {
        Group = result.Culprit is null ? latest.Group : result.Group,
        Severity = result.Severity,
        Step = result.Step,
        Limit = result.Limit,
        BaselineMs = result.LimitSource?.BaselineMs,
        Percent = result.LimitSource?.Percent,
        Actual = result.Actual,
        Culprit = result.Culprit ?? latest.Culprit,
        RunId = record.RunId,
        Message = AlertText.Bad(record.Scenario, result),
    };

    /// <summary>The fingerprint of whatever a text names: 16 hexadecimal digits.</summary>
    public static string Fingerprint(string named) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 8));
}
