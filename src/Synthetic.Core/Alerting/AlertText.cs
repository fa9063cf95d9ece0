using Synthetic.Core.Basics;
using Synthetic.Core.Metrics;

namespace Synthetic.Core.Alerting;

/// <summary>Alerts in words.</summary>
internal static class AlertText
{
    private const int LongestFailure = 300;

    public static string Bad(string scenario, Verdict verdict) => verdict.Metric switch
    {
        RunConditions.Status => $"{Where(scenario, verdict.Step)} failed{Why(verdict)}",
        RunConditions.Monitor => $"{Where(scenario, verdict.Step)}: the monitor broke{Why(verdict)}",
        _ => $"{Where(scenario, verdict.Step)}: {BudgetText.Broken(MetricTable.Find(verdict.Metric)!, verdict.Actual, verdict.Limit, verdict.Culprit)}",
    };

    public static string Again(Alert latest, DateTimeOffset now) =>
        $"{latest.Message} (still, for {Lasting(now - latest.StartsAt)})";

    /// <summary>A broken budget with whom a proof blames, and its sentence last.</summary>
    public static string Proven(Alert alert, string verdict, DateTimeOffset now)
    {
        var message = $"{Where(alert.Scenario, alert.Step)}: {BudgetText.Broken(MetricTable.Find(alert.Metric)!, alert.Actual, alert.Limit, alert.Culprit)}; {verdict}";
        return alert is { State: AlertEvent.Firing, Repeated: > 0 } ? Again(alert with { Message = message }, now) : message;
    }

    public static string Good(Alert said, Verdict verdict, DateTimeOffset now)
    {
        var after = $"after {Lasting(now - said.StartsAt)}";
        return said.Metric switch
        {
            RunConditions.Status => $"{said.Scenario} works again {after}",
            RunConditions.Monitor => $"{said.Scenario}: the monitor works again {after}",
            _ => $"{Where(said.Scenario, said.Step)}: {Metric(said).Label} back to {Metric(said).Show(verdict.Actual)}, "
                + $"within {Metric(said).Show(verdict.Limit)}, {after}",
        };
    }

    public static string Dropped(Alert said) =>
        $"{Where(said.Scenario, said.Step)}: {Metric(said).Label} has no limit any more";

    private static Metric Metric(Alert said) => MetricTable.Find(said.Metric)!;

    private static string Where(string scenario, string? step) => step is null ? scenario : $"{scenario} / {step}";

    private static string Why(Verdict verdict) => verdict.Failure?.Message switch
    {
        null or "" => "",
        var text => $": {PlainText.Cut(text, LongestFailure)}",
    };

    private static string Lasting(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{Math.Max(0, span.TotalSeconds):0} s",
        { TotalHours: < 1 } => $"{Math.Floor(span.TotalMinutes):0} min",
        { TotalDays: < 1 } => span.Minutes == 0 ? $"{span.Hours} h" : $"{span.Hours} h {span.Minutes} min",
        _ => span.Hours == 0 ? $"{span.Days} d" : $"{span.Days} d {span.Hours} h",
    };
}
