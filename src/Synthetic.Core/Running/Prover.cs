using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Running;

/// <summary>Proves or refutes a run's culprits: runs its slow steps again without them.</summary>
/// <param name="experiments">What runs them.</param>
/// <param name="time">The clock.</param>
public sealed class Prover(IExperiments experiments, TimeProvider time)
{
    /// <summary>Proves what a run blames.</summary>
    /// <param name="scenario">The scenario that was run.</param>
    /// <param name="record">The run, with its evidence.</param>
    /// <param name="plan">How much it may take.</param>
    /// <param name="progress">Told of each run.</param>
    /// <param name="ct">Ends it early; what was found by then counts.</param>
    /// <returns>The record with its proof; unchanged where it blames nobody, or did not get to its end.</returns>
    public async Task<RunRecord> ProveAsync(
        Scenario scenario, RunRecord record, ProofPlan plan, IProgress<ProofProgress>? progress, CancellationToken ct)
    {
        if (record.Evidence is null || record.Status is not (RunStatus.Passed or RunStatus.Degraded or RunStatus.Inconclusive))
            return record;
        var began = time.GetTimestamp();
        StepResult[] blamed = [.. record.Steps.Where(s => Suspect.In(s).Count > 0).OrderByDescending(s => Suspect.In(s).Max(x => x.Ms))];
        if (blamed.Length == 0)
            return record;
        var (steps, notes) = (new List<StepReplay>(), new List<string>());
        var mayWrite = scenario.Proof.MaxWrites;
        foreach (var step in blamed.TakeWhile(_ => !ct.IsCancellationRequested))
        {
            var left = plan.Time - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                notes.Add($"{step.Name}: not replayed, time was up; the slowest step comes first");
                continue;
            }
            var proof = await new StepProver(scenario, record, step, experiments, time, progress).ProveAsync(plan with { Time = left }, mayWrite, ct);
            mayWrite = Math.Max(0, proof.Writes.Left);
            var replay = proof.ToReplay();
            if (replay.Arms.Count > 0)
                steps.Add(replay);
            else
                notes.AddRange(replay.Limits);
            notes.AddRange(proof.Notes);
            // What got past a replay once would again.
            if (proof.WroteLive)
                break;
        }
        if (ct.IsCancellationRequested)
            notes.Add("stopped before its end");
        var found = new ProofEvidence { Steps = steps, Notes = notes, DurationMs = Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1) };
        return Derivation.Of(record, record.Evidence with { Proof = found });
    }
}
