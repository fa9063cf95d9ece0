using System.Text.Json;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Worker.Logging;

/// <summary>The <c>run</c> line: a record without evidence.</summary>
internal static class RunLine
{
    private const int LongestFailure = 300;

    public static WorkerEvent Of(RunRecord record) => new("run", Level(record.Status), Summary(record))
    {
        Fields = json => Splice(record, json),
        // schedule.missed says it with the reason.
        ForPeople = record.Status != RunStatus.Missed,
    };

    private static void Splice(RunRecord record, Utf8JsonWriter json)
    {
        var (members, truncated) = RunSize.Fit(record with { Evidence = null });
        using var document = JsonDocument.Parse(members);
        foreach (var member in document.RootElement.EnumerateObject())
            member.WriteTo(json);
        if (truncated)
            json.WriteBoolean("truncated", true);
    }

    private static LogLevel Level(RunStatus status) => status switch
    {
        RunStatus.Error => LogLevel.Error,
        RunStatus.Failed or RunStatus.Degraded or RunStatus.Missed => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    private static string Summary(RunRecord record) => record.Status == RunStatus.Missed
        ? $"{record.Scenario} missed its slot of {record.ScheduledAt:HH:mm:ss} UTC"
        : $"{record.Scenario} {Word(record.Status)} {record.DurationMs / 1000:0.00} s{Why(record.Failure)}{Noise(record)}{Worst(record)}";

    private static string Word(RunStatus status) => status switch
    {
        RunStatus.Passed => "passed in",
        RunStatus.Degraded => "degraded, took",
        RunStatus.Inconclusive => "inconclusive, took",
        RunStatus.Error => "not run: the monitor broke after",
        RunStatus.Aborted => "aborted after",
        _ => "failed after",
    };

    private static string Why(Failure? failure)
    {
        if (failure is null)
            return "";
        var message = PlainText.Cut(failure.Message, LongestFailure);
        return failure.Step is null ? $": {message}" : $": {failure.Step}: {message}";
    }

    private static string Noise(RunRecord record) =>
        record.Status == RunStatus.Inconclusive && NoisyHost.Why(record) is { Length: > 0 } why ? $"; noisy host: {why}" : "";

    private static string Worst(RunRecord record)
    {
        var worst = (
            from step in record.Steps
            from interaction in step.Interactions
            let response = interaction.Response
            let ms = response?.Ms ?? interaction.Inp?.Ms ?? 0
            orderby ms descending
            select (step.Name, What: response is null ? "INP" : "response", Ms: ms, Culprit: response is null ? interaction.Inp?.Culprit : response.Culprit))
            .FirstOrDefault();
        return worst.Name is null ? "" : $"; {worst.Name}: {worst.What} {worst.Ms:0} ms{Blame(worst.Culprit)}";
    }

    private static string Blame(Culprit? culprit) => BudgetText.Who(culprit) is { } who ? $", {who} {culprit!.Ms:0} ms" : "";
}
