using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Baselines;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Reporting;

/// <summary>
/// Knows what is usual for scenarios with limits over a baseline. The store is read at the start and after runs, and what it says is kept: a run
/// asks memory only, so that a store that is slow or away holds up none.
/// </summary>
/// <param name="values">The store.</param>
/// <param name="scenarios">The scenarios that are run.</param>
/// <param name="location">Where: other locations have other baselines.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told where the store can't be read.</param>
internal sealed class ScenarioBaselines(IComponentValues values, KnownScenarios scenarios, RunnerLocation location, TimeProvider time, IEventLog log)
    : IRunSink, IHostedService
{
    /// <summary>How long a baseline is good: two weeks of runs do not move in an hour.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);

    /// <summary>How long until the store is asked again for one that it did not have.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<BaselineKey, UsualTime>> _usual = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private volatile bool _away;
    private volatile bool _stopping;

    /// <summary>The scenario with limits that are numbers, as far as baselines are known. It waits for nothing.</summary>
    public Scenario Resolve(Scenario scenario) =>
        BaselineBudgets.Resolve(scenario, key => _usual.GetValueOrDefault(scenario.Name)?.GetValueOrDefault(key));

    /// <summary>Reads what is due of a scenario that has run: never before its run is over.</summary>
    public Task AcceptAsync(RunReport report, CancellationToken ct) =>
        report.WasReported || scenarios.Find(report.Scenario.Name) is not { } scenario ? Task.CompletedTask : ReadAsync(scenario, ct);

    /// <summary>Begins to read all; the schedule does not wait for it.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(ReadAllAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        return Task.CompletedTask;
    }

    /// <summary>Reads what is due of every scenario.</summary>
    public async Task ReadAllAsync()
    {
        foreach (var scenario in scenarios.All.TakeWhile(_ => !_stopping))
        {
            using var deadline = new CancellationTokenSource(OutputLimits.Deadline, time);
            await ReadAsync(scenario, deadline.Token);
        }
    }

    private async Task ReadAsync(Scenario scenario, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (BaselineBudgets.Of(scenario) is not { Count: > 0 } keys || _due.GetValueOrDefault(scenario.Name) > now)
            return;
        _due[scenario.Name] = now + Unknown;
        try
        {
            var usual = new Dictionary<BaselineKey, UsualTime>();
            foreach (var key in keys)
                usual[key] = UsualTime.Of(await values.ValuesAsync(Query(scenario, key, now), ct));
            _usual[scenario.Name] = usual;
            if (usual.Values.All(one => one.Ms is not null))
                _due[scenario.Name] = now + Known;
            _away = false;
        }
        // The boundary of the store: what is known goes on being used, and the next run has it read again.
        catch (Exception error)
        {
            // A store is closed with the worker.
            if (!_away && !_stopping)
                log.Write(new WorkerEvent("baselines.failed", LogLevel.Warning, $"{scenario.Name}: its baselines were not read, those known go on: {error.Message}"));
            _away = true;
        }
    }

    /// <summary>Steps are named where they are known: a database then finds their values without looking through all.</summary>
    private ComponentQuery Query(Scenario scenario, BaselineKey key, DateTimeOffset now) => new(
        scenario.Name,
        location.Name,
        key.Step is { } step ? [step] : [.. scenario.Steps.Select(one => one.Name)],
        key.Component,
        now - Baseline.Longest,
        Baseline.MostRuns);
}
