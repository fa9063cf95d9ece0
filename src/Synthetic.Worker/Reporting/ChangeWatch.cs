using System.Globalization;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Baselines;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Says where a part of a step takes another time than it did.</summary>
/// <param name="history">Where the values from before this worker's start are.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where it says so.</param>
internal sealed class ChangeWatch(IRunHistory history, TimeProvider time, IEventLog log) : IRunSink
{
    /// <summary>How far back values count.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private readonly Dictionary<(string Scenario, string Step, string Component), Watched> _watched = [];

    public async Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        if (report.WasReported || report.Record.Status is not (RunStatus.Passed or RunStatus.Degraded))
            return;
        foreach (var part in ComponentTime.Of(report.Record))
        {
            var watched = await WatchedAsync(report.Record, part, ct);
            if (watched.Add(report.Record.StartedAt, part.Ms) is { } change)
                log.Write(Line(report.Record, part, change, watched.Since(change)));
        }
    }

    /// <summary>What is watched of a part; at first with the values that the store has of it.</summary>
    private async Task<Watched> WatchedAsync(RunRecord run, ComponentTime part, CancellationToken ct)
    {
        var key = (run.Scenario, part.Step, part.Component);
        if (_watched.TryGetValue(key, out var known))
            return known;
        var watched = new Watched();
        var points = await history.ComponentAsync(run.Scenario, part.Step, part.Component, time.GetUtcNow() - Longest, ct);
        // What changed among them was told when it did.
        foreach (var point in points.Where(point => point.Location == run.Location && point.RunId != run.RunId && point.StartedAt < run.StartedAt))
            watched.Add(point.StartedAt, point.Ms);
        return _watched[key] = watched;
    }

    private static WorkerEvent Line(RunRecord run, ComponentTime part, Change change, DateTimeOffset since) => new(
        "change",
        change.IsMs > change.WasMs ? LogLevel.Warning : LogLevel.Information,
        string.Create(CultureInfo.InvariantCulture, $"{run.Scenario} / {part.Step}: {part.Component} went from {change.WasMs:0} to {change.IsMs:0} ms at {since:HH:mm} UTC ({change.Before} runs before, {change.After} since)"))
    {
        Fields = json =>
        {
            json.WriteString("scenario", run.Scenario);
            json.WriteString("location", run.Location);
            json.WriteString("step", part.Step);
            json.WriteString("component", part.Component);
            json.WriteNumber("wasMs", Math.Round(change.WasMs, 1));
            json.WriteNumber("isMs", Math.Round(change.IsMs, 1));
            json.WriteNumber("before", change.Before);
            json.WriteNumber("after", change.After);
            json.WriteString("since", since);
            json.WriteString("runId", run.RunId);
        },
    };

    /// <summary>A detector, and when the values that it may tell of were measured.</summary>
    private sealed class Watched
    {
        private readonly ChangeDetector _detector = new();
        private readonly Queue<DateTimeOffset> _latest = new();

        public Change? Add(DateTimeOffset at, double ms)
        {
            _latest.Enqueue(at);
            if (_latest.Count > ChangeDetector.MostAfter)
                _latest.Dequeue();
            return _detector.Add(ms);
        }

        /// <summary>When the first value after a change was measured.</summary>
        public DateTimeOffset Since(Change change) => _latest.ElementAt(_latest.Count - change.After);
    }
}
