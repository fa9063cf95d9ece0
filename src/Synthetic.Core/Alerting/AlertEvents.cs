using System.Security.Cryptography;
using System.Text;
using Synthetic.Core.Records;

namespace Synthetic.Core.Alerting;

/// <summary>Makes the alerts themselves. Whatever happens between firing and resolved, fingerprint and start stay.</summary>
internal static class AlertEvents
{
    public static Alert Firing(Verdict verdict, RunRecord record, DateTimeOffset startsAt) => new()
    {
        State = AlertEvent.Firing,
        Fingerprint = Fingerprint(record, verdict.Key),
        Group = verdict.Group,
        Severity = verdict.Severity,
        Scenario = record.Scenario,
        Location = record.Location,
        Step = verdict.Step,
        Metric = verdict.Metric,
        Limit = verdict.Limit,
        Actual = verdict.Actual,
        Culprit = verdict.Culprit,
        RunId = record.RunId,
        StartsAt = startsAt,
        Message = AlertText.Bad(record.Scenario, verdict),
    };

    public static Alert Updated(Alert said, Verdict verdict, RunRecord record) =>
        Latest(said, verdict, record) with { State = AlertEvent.Updated };

    /// <summary>Its message does not say yet how long it lasts: the state keeps it so, and a message said a third time does not grow.</summary>
    public static Alert Repeated(Alert said, Verdict? verdict, RunRecord record) =>
        (verdict is null ? said : Latest(said, verdict, record)) with { State = AlertEvent.Firing, Repeated = said.Repeated + 1 };

    public static Alert Resolved(Alert said, Verdict verdict, RunRecord record, DateTimeOffset now) => said with
    {
        State = AlertEvent.Resolved,
        Actual = verdict.Actual,
        RunId = record.RunId,
        EndsAt = now,
        Message = AlertText.Good(said, verdict, now),
    };

    public static Alert Dropped(Alert said, RunRecord record, DateTimeOffset now) => said with
    {
        State = AlertEvent.Resolved,
        Actual = null,
        RunId = record.RunId,
        EndsAt = now,
        Message = AlertText.Dropped(said),
    };

    private static Alert Latest(Alert said, Verdict verdict, RunRecord record) => said with
    {
        Group = verdict.Culprit is null ? said.Group : verdict.Group,
        Severity = verdict.Severity,
        Step = verdict.Step,
        Limit = verdict.Limit,
        Actual = verdict.Actual,
        Culprit = verdict.Culprit ?? said.Culprit,
        RunId = record.RunId,
        Message = AlertText.Bad(record.Scenario, verdict),
    };

    private static string Fingerprint(RunRecord record, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{record.Location}\n{record.Scenario}\n{key}")).AsSpan(0, 8));
}
