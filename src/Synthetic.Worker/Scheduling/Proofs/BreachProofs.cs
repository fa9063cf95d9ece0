using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling.Proofs;

/// <summary>
/// Proves the culprits of a run that made an alert fire, within the run's own slot. It never throws and always ends in time:
/// whatever goes wrong with a proof costs that proof and nothing else.
/// </summary>
/// <param name="reports">Told of what was found.</param>
/// <param name="stop">Ends a proof as soon as the worker is asked to stop.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told why nothing came of a proof.</param>
/// <param name="experiments">Runs steps again; <c>null</c> where that can't be done, and nothing is proven.</param>
internal sealed class BreachProofs(RunReports reports, StopSignal stop, TimeProvider time, IEventLog log, IExperiments? experiments = null)
{
    /// <summary>Proves a run, where it made an alert fire that a proof may say something about.</summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="record">The run.</param>
    /// <param name="said">What was said about it.</param>
    /// <param name="next">The scenario's next slot; <c>null</c> where there is none.</param>
    /// <param name="yieldRequested">Cancelled when another slot can no longer wait for the place.</param>
    public async Task ProveAsync(
        Scenario scenario, RunRecord record, IReadOnlyList<Alert> said, DateTimeOffset? next, CancellationToken yieldRequested)
    {
        if (experiments is null || !said.Any(AlertProof.MayConcern))
            return;
        try
        {
            await reports.TakenAsync(ProofTime.Telling);
            if (await SkippedAsync(scenario, record, said, next, yieldRequested) is { } skipped)
                log.Write(Skipped(scenario, record, skipped));
        }
        // The boundary of a proof: a bug in it must not cost the slot after it, nor the worker its stop.
        catch (Exception error)
        {
            log.Write(Failed(scenario, record, error));
        }
    }

    /// <returns>Why there is nothing to tell; <c>null</c> once it is told.</returns>
    private async Task<(SkipReason Reason, IReadOnlyList<string> Limits)?> SkippedAsync(
        Scenario scenario, RunRecord record, IReadOnlyList<Alert> said, DateTimeOffset? next, CancellationToken yieldRequested)
    {
        if (ProofTime.Within(record.DurationMs, next - time.GetUtcNow()) is not { } plan)
            return (SkipReason.TooLittleTime, []);
        using var up = new CancellationTokenSource(ProofTime.Longest(plan, next - time.GetUtcNow()), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(up.Token, stop.Begun, yieldRequested);
        if (Cut(end, yieldRequested) is { } early)
            return (early, []);
        RunRecord proven;
        try
        {
            proven = await RunAsync(scenario, record, plan, end.Token);
        }
        // A browser that takes its time to close when the worker stops is no fault of the proof's.
        catch (Exception error) when (end.IsCancellationRequested
            && (error is OperationCanceledException || (error is TimeoutException && stop.Begun.IsCancellationRequested)))
        {
            return (Cut(end, yieldRequested)!.Value, []);
        }
        if (proven.Proof is not { } proof)
            return (Cut(end, yieldRequested) ?? SkipReason.NobodyBlamed, []);
        var cut = Cut(end, yieldRequested) ?? (proof.DurationMs >= plan.Time.TotalMilliseconds ? SkipReason.TooLittleTime : null);
        if (cut is not null)
            proven = proven with { Proof = proof with { Verdicts = [.. proof.Verdicts.Where(Measured)] } };
        return await reports.AddProofAsync(scenario, proven, said) > 0 ? null : (cut ?? SkipReason.NoVerdict, proof.Limits);
    }

    // Of whom there was no time left to take away, a proof that was cut short would say that nothing takes it away.
    private static bool Measured(ProofVerdict verdict) => verdict.SavedMs is not null || verdict.PointsTo is not null;

    /// <summary>Runs it, and waits no longer than a last word takes once it has to end: a hang is left behind.</summary>
    private async Task<RunRecord> RunAsync(Scenario scenario, RunRecord record, ProofPlan plan, CancellationToken end)
    {
        var proving = Task.Run(() => new Prover(experiments!, time).ProveAsync(scenario, record, plan, progress: null, end), CancellationToken.None);
        await ((Task)proving).WaitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await proving.WaitAsync(ProofTime.CancelTimeout, time, stop.Cancelled);
    }

    private SkipReason? Cut(CancellationTokenSource end, CancellationToken yieldRequested) =>
        stop.Begun.IsCancellationRequested ? SkipReason.Stopping
        : yieldRequested.IsCancellationRequested ? SkipReason.PlaceWanted
        : end.IsCancellationRequested ? SkipReason.TooLittleTime
        : null;

    private static WorkerEvent Skipped(Scenario scenario, RunRecord record, (SkipReason Reason, IReadOnlyList<string> Limits) skipped)
    {
        var why = skipped.Limits is [var first, ..] ? first : skipped.Reason.Sentence();
        return new WorkerEvent("proof.skipped", LogLevel.Warning, $"{scenario.Name}: no proof: {why}")
        {
            Fields = json =>
            {
                json.WriteString("scenario", scenario.Name);
                json.WriteString("runId", record.RunId);
                json.WriteString("reason", skipped.Reason.Word());
            },
        };
    }

    private static WorkerEvent Failed(Scenario scenario, RunRecord record, Exception error) =>
        new("proof.failed", LogLevel.Error, $"{scenario.Name}: the proof failed: {(error is TimeoutException ? "it did not end when it had to" : error.Message)}")
        {
            Exception = error,
            Fields = json =>
            {
                json.WriteString("scenario", scenario.Name);
                json.WriteString("runId", record.RunId);
            },
        };
}
