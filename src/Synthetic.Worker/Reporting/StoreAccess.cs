using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Brings results into the store in their order. While it is away they wait, and nothing else waits for it.</summary>
internal sealed class StoreAccess(IRunStore store, WaitingResults waiting, KnownScenarios scenarios, Outputs outputs, TimeProvider time, IEventLog log)
{
    /// <summary>How long a slot waits for its claim: a store that is slow must not delay a schedule.</summary>
    private static readonly TimeSpan ClaimDeadline = TimeSpan.FromSeconds(2);

    private volatile bool _away;

    /// <summary>Whether the store was away when it was last asked, or results still wait for it.</summary>
    public bool IsAway => _away || waiting.Count > 0;

    /// <summary>Opens a slot's record.</summary>
    /// <returns>Whether the slot is this worker's to run; it is where nobody can say.</returns>
    public async Task<bool> ClaimAsync(Slot slot)
    {
        if (IsAway)
            return true;
        try
        {
            return await CallAsync(ct => store.ClaimAsync(slot, ct), ClaimDeadline);
        }
        // The boundary of the store: without it the slot is run all the same.
        catch (Exception error)
        {
            SayAway(error);
            return true;
        }
    }

    /// <summary>Commits a result, or has it wait.</summary>
    /// <returns>The alerts that it led to; none while it waits.</returns>
    public async Task<IReadOnlyList<Alert>> CommitAsync(WaitingResult result)
    {
        if (!IsAway)
        {
            try
            {
                return (await KeepAsync(result))?.Alerts ?? [];
            }
            // The boundary of the store: without it the run is still reported, and judged later.
            catch (Exception error)
            {
                SayAway(error);
            }
        }
        waiting.Add(result);
        return [];
    }

    /// <summary>Commits what waits, the first first, and reports the alerts that it leads to.</summary>
    /// <exception cref="Exception">The store is away still; the rest goes on waiting.</exception>
    public async Task DrainAsync()
    {
        var kept = 0;
        while (waiting.First() is { } result)
        {
            if (await KeepAsync(result) is { Alerts.Count: > 0 } commit && scenarios.Find(commit.Record.Scenario) is { } scenario)
                outputs.Post(new RunReport(scenario, commit.Record, commit.Alerts, WasReported: true));
            kept++;
            waiting.Remove(result);
        }
        if (_away)
            log.Write(new WorkerEvent("store.recovered", LogLevel.Information, $"the store is back; it has the {kept} results that waited"));
        _away = false;
    }

    /// <summary>Says once that the store is away.</summary>
    public void SayAway(Exception error)
    {
        if (_away)
            return;
        _away = true;
        log.Write(new WorkerEvent("store.failed", LogLevel.Error, $"the store is away, results wait and alerts with them: {error.Message}"));
    }

    /// <summary>Says what goes on waiting when the worker ends.</summary>
    public void Close()
    {
        if (waiting.Count is > 0 and var left)
            log.Write(new WorkerEvent("store.failed", LogLevel.Error, $"the worker stops while {left} results wait for the store{(waiting.OnDisk ? "; the next start brings them there" : " in memory, and are lost")}"));
    }

    private async Task<RunCommit?> KeepAsync(WaitingResult result)
    {
        void Refused(LogLevel level, string why) =>
            log.Write(new WorkerEvent("store.refused", level, $"{result.Record.Scenario}: run {result.Record.RunId} was not kept: {why}"));
        try
        {
            var commit = await CallAsync(ct => store.CommitAsync(result.Record.Scenario, state => Decide(result, state), ct), OutputLimits.Deadline);
            if (commit is null)
                Refused(LogLevel.Warning, "its slot has a record already");
            return commit;
        }
        catch (ResultRefusedException error)
        {
            Refused(LogLevel.Error, error.Message);
            return null;
        }
    }

    private RunCommit Decide(WaitingResult result, AlertState state)
    {
        var now = time.GetUtcNow();
        try
        {
            return scenarios.Find(result.Record.Scenario) is not { Alerts: var rule } ? new RunCommit(result.Record, state, [], []) { IsProof = result.Fired is not null }
                : result.Fired is null ? RunCommit.OfRun(rule, result.Record, state, outputs.Notifiers, now)
                : RunCommit.OfProof(rule, result.Record, result.Fired, state, outputs.Notifiers, now);
        }
        // The boundary of judging: a bug in it must not cost the run its record.
        catch (Exception error)
        {
            log.Write(new WorkerEvent("alert.failed", LogLevel.Error, $"{result.Record.Scenario}: run {result.Record.RunId} led to no alert: {error.Message}") { Exception = error });
            return new RunCommit(result.Record, state, [], []) { IsProof = result.Fired is not null };
        }
    }

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan longest)
    {
        using var deadline = new CancellationTokenSource(longest, time);
        try
        {
            return await call(deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new TimeoutException($"it did not answer within {longest.TotalSeconds:0} s");
        }
    }
}
