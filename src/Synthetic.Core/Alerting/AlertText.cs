using Synthetic.Core.Basics;
using Synthetic.Core.Metrics;

namespace Synthetic.Core.Alerting;

/// <summary>Alerts in words.</summary>
internal static class AlertText
{
    private const int LongestFailure = 300;

    public static string Bad(string scenario, ConditionResult result) => result.Metric switch
    {
        RunConditions.Status => $"{Where(scenario, result.Step)} failed{Why(result)}",
        RunConditions.Monitor => $"{Where(scenario, result.Step)}: the monitor broke{Why(result)}",
        RunConditions.Scenario => $"{Where(scenario, result.Step)}: the scenario is wrong, not its target{Why(result)}",
        RunConditions.Heartbeat => $"{scenario} is not run: two slots in a row passed without a run",
        _ => $"{Where(scenario, result.Step)}: {BudgetText.Broken(MetricTable.Find(result.Metric)!, result.Actual, result.LimitSource!, result.Culprit)}",
    };

    public static string Again(Alert latest, DateTimeOffset now) =>
        $"{latest.Message} (still, for {Lasting(now - latest.StartsAt)})";

    /// <summary>An alert that keeps coming back.</summary>
    public static string Flapping(Alert alert, int recoveries) =>
        $"{alert.Message}; it comes and goes: from now on it ends after {recoveries} good runs in a row";

    /// <summary>A broken budget with whom a proof blames, and its sentence last.</summary>
    public static string Proven(Alert alert, string verdict, DateTimeOffset now)
    {
        var message = $"{Where(alert.Scenario, alert.Step)}: {BudgetText.Broken(MetricTable.Find(alert.Metric)!, alert.Actual, LimitSource.Of(alert), alert.Culprit)}; {verdict}";
        return alert is { State: AlertEvent.Firing, Repeated: > 0 } ? Again(alert with { Message = message }, now) : message;
    }

    public static string Good(Alert latest, ConditionResult result, DateTimeOffset now)
    {
        var after = $"after {Lasting(now - latest.StartsAt)}";
        return latest.Metric switch
        {
            RunConditions.Status => $"{latest.Scenario} works again {after}",
            RunConditions.Monitor => $"{latest.Scenario}: the monitor works again {after}",
            RunConditions.Scenario => $"{latest.Scenario} can be run as it is written again {after}",
            RunConditions.Heartbeat => $"{latest.Scenario} is run again {after}",
            _ => $"{Where(latest.Scenario, latest.Step)}: {Metric(latest).Label} back to {Metric(latest).Show(result.Actual)}, "
                + $"within {result.LimitSource!.Show(Metric(latest))}, {after}",
        };
    }

    public static string Dropped(Alert latest) =>
        $"{Where(latest.Scenario, latest.Step)}: {Metric(latest).Label} has no limit any more";

    private static Metric Metric(Alert latest) => MetricTable.Find(latest.Metric)!;

    private static string Where(string scenario, string? step) => step is null ? scenario : $"{scenario} / {step}";

    private static string Why(ConditionResult result) => result.Failure?.Message switch
    {
        null or "" => "",
        var text => $": {PlainText.Cut(text, LongestFailure)}",
    };

    /// <summary>A length of time, in its two largest units.</summary>
    public static string Lasting(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{Math.Max(0, span.TotalSeconds):0} s",
        { TotalHours: < 1 } => $"{Math.Floor(span.TotalMinutes):0} min",
        { TotalDays: < 1 } => span.Minutes == 0 ? $"{span.Hours} h" : $"{span.Hours} h {span.Minutes} min",
        _ => span.Hours == 0 ? $"{span.Days} d" : $"{span.Days} d {span.Hours} h",
    };
}
