using Synthetic.Core.Basics;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Running;

/// <summary>Runs a step as its schedule says, and tells the schedule what each run brought.</summary>
internal sealed class StepProver(
    Scenario scenario, RunRecord record, StepResult step, IExperiments experiments, TimeProvider time, IProgress<ProofProgress>? progress)
{
    /// <summary>The browser's word for a request that was not let through.</summary>
    private const string BlockedError = "BLOCKED_BY_CLIENT";

    private readonly long _began = time.GetTimestamp();

    /// <summary>Runs the step until its schedule ends.</summary>
    /// <param name="plan">How much that may take.</param>
    /// <param name="mayWrite">How many requests that may write its live runs may send.</param>
    /// <param name="ct">Ends it early; what was found by then counts.</param>
    /// <returns>The last state: what was found; without arms, and with the reason as its limits, where the step can't be replayed.</returns>
    public async Task<ProofState> ProveAsync(ProofPlan plan, int mayWrite, CancellationToken ct)
    {
        var schedule = new ProofSchedule(new ArmPlan(step, record, scenario.Throttle?.Cpu ?? 1), plan);
        Recording? recording = null;
        var state = schedule.Begin(step, new WriteBudget(scenario.Proof.MaxWrites, mayWrite, step.Requests.Count(r => !RequestMethods.OnlyRead(r.Method))));
        while (state.Next is { } next)
        {
            progress?.Report(new ProofProgress(scenario.Name, step.Name, next.Name, state.Done, state.Planned));
            var trial = await experiments.RunAsync(
                scenario,
                new Experiment(step.Index, next.Arm, next.Live ? null : recording, next.Role == TrialRole.Recording, next.ReplayCostMs),
                ct);
            recording ??= trial.Recording;
            state = schedule.After(state, Measure(trial, ct.IsCancellationRequested));
        }
        return state;
    }

    private TrialOutcome Measure(Trial trial, bool cancelled)
    {
        // The host of the run to be proven says nothing of this one's.
        var seen = Derivation.Of(record with { Host = null }, trial.Evidence);
        var failure = trial.Evidence.Failure ?? trial.Evidence.Steps.Select(s => s.Failure).FirstOrDefault(f => f is not null);
        return new TrialOutcome
        {
            Measured = seen.Steps.FirstOrDefault(s => s.Index == step.Index) is { Status: StepStatus.Passed } passed ? Suspect.Measure(passed) : null,
            Ending = trial.Evidence.Ending,
            Failure = failure?.Message,
            HostWasNoisy = seen.Host?.Verdict == HostState.Noisy,
            BlockedRequest = trial.Evidence.Exchanges.Any(x => x.Error?.Contains(BlockedError, StringComparison.Ordinal) == true),
            RecordedAnswers = trial.Recording?.Answers.Count,
            Replay = trial.Replay ?? new ReplayCounts(0, 0, 0, 0),
            Limits = trial.Recording?.Limits ?? trial.Limits ?? [],
            ReplayCostMs = trial.ReplayCostMs,
            Slowdown = trial.Slowdown,
            LiveWrites = trial.LiveWrites,
            WroteLive = trial.WroteLive,
            Elapsed = time.GetElapsedTime(_began),
            Cancelled = cancelled,
        };
    }
}
