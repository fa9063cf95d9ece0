using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling;

/// <summary>The lines about the worker itself.</summary>
internal static class WorkerLines
{
    public static string Version { get; } =
        typeof(WorkerLines).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static WorkerEvent Started(ScheduledScenarios scheduled, ScheduleOptions options)
    {
        var next = scheduled.All
            .Select(one => (one.Scenario.Name, At: one.Plan.NextAfter(scheduled.Since) + one.Plan.Delay))
            .OrderBy(slot => slot.At ?? DateTimeOffset.MaxValue)
            .ToArray();
        var message = next is [{ At: { } first }, ..]
            ? $"watching {Count(next.Length, "scenario")}; first {next[0].Name} at {first:HH:mm:ss} UTC"
            : "nothing is scheduled";
        return new WorkerEvent("worker.started", next.Length == 0 ? LogLevel.Warning : LogLevel.Information, message)
        {
            Fields = json =>
            {
                json.WriteString("version", Version);
                json.WriteStartObject("settings");
                foreach (var (name, value) in options.Settings)
                    json.WriteString(name, value);
                json.WriteEndObject();
                json.WriteStartArray("scenarios");
                foreach (var (name, at) in next)
                    WriteNext(json, name, at);
                json.WriteEndArray();
            },
        };
    }

    public static WorkerEvent Stopping(ScheduledScenarios scheduled, ScheduleOptions options)
    {
        string[] running = [.. scheduled.All.Where(one => one.Running).Select(one => one.Scenario.Name)];
        var message = running.Length == 0
            ? "stopping; nothing is running"
            : $"stopping; {string.Join(", ", running)} may take up to {options.Grace.TotalSeconds:0.#} s";
        return new WorkerEvent("worker.stopping", LogLevel.Information, message)
        {
            Fields = json =>
            {
                json.WriteStartArray("running");
                foreach (var name in running)
                    json.WriteStringValue(name);
                json.WriteEndArray();
                json.WriteNumber("graceMs", options.Grace.TotalMilliseconds);
            },
        };
    }

    public static WorkerEvent Stopped(RunReports reports, TimeSpan up) =>
        new("worker.stopped", LogLevel.Information, $"stopped after {Count(reports.Runs, "run")} in {(up.Days > 0 ? Count(up.Days, "day") + " " : "")}{up:hh\\:mm\\:ss}, {Count(reports.Missed, "slot")} missed")
        {
            Fields = json =>
            {
                json.WriteNumber("runs", reports.Runs);
                json.WriteNumber("missed", reports.Missed);
                json.WriteNumber("upMs", Math.Round(up.TotalMilliseconds));
            },
        };

    public static WorkerEvent RunThrew(Scenario scenario, Exception error) =>
        new("run.threw", LogLevel.Error, $"{scenario.Name}: {error.Message}") { Exception = error };

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";

    private static void WriteNext(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (at is null)
            json.WriteNull("next");
        else
            json.WriteString("next", at.Value);
        json.WriteEndObject();
    }
}
