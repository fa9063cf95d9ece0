using System.Text.Json;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Worker.Logging;

/// <summary>The <c>run</c> line: a record without evidence.</summary>
internal static class RunLine
{
    private const int LongestFailure = 300;

    /// <summary>What a record says even where it is nothing.</summary>
    private static readonly string[] AlwaysThere = ["failure", "proof"];

    public static WorkerEvent Of(RunRecord record) => new("run", Level(record.Status), Summary(record))
    {
        Fields = json => Splice(record with { Evidence = null }, json),
        // schedule.missed says it with the reason.
        ForPeople = record.Status != RunStatus.Missed,
    };

    /// <summary>Writes the record's members among the line's own: nothing is written to be parsed again.</summary>
    private static void Splice(RunRecord record, Utf8JsonWriter json)
    {
        foreach (var member in RunJson.Options.GetTypeInfo(typeof(RunRecord)).Properties)
        {
            var value = member.Get?.Invoke(record);
            if (value is null && !AlwaysThere.Contains(member.Name))
                continue;
            json.WritePropertyName(member.Name);
            JsonSerializer.Serialize(json, value, member.PropertyType, RunJson.Options);
        }
    }

    private static LogLevel Level(RunStatus status) => status switch
    {
        RunStatus.Error => LogLevel.Error,
        RunStatus.Failed or RunStatus.Degraded or RunStatus.Missed => LogLevel.Warning,
        RunStatus.Passed or RunStatus.Inconclusive or RunStatus.Aborted => LogLevel.Information,
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
        RunStatus.Failed => "failed after",
        RunStatus.Missed => "missed",
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
        var (name, longest) = (
            from step in record.Steps
            from window in step.Interactions.Select(interaction => (Window?)interaction.Response ?? interaction.Inp).Append(step.Response).OfType<Window>()
            orderby window.Ms descending
            select (step.Name, (window, step.Typing))).FirstOrDefault();
        return name is null ? "" : $"; {name}: {longest.window.Kind.Name()} {longest.window.Ms:0} ms{Typed(longest.Typing)}{Blame(longest.window.Culprit)}";
    }

    private static string Typed(Typing? typing) => typing is null ? "" : $" ({typing.Say()})";

    private static string Blame(Culprit? culprit) => BudgetText.Who(culprit) is { } who ? $", {who} {culprit!.Ms:0} ms" : "";
}
