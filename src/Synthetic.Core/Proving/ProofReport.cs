using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Derives the proof from the values of its runs: pure, so that a record can be explained offline.</summary>
internal static class ProofReport
{
    /// <summary>The proof, and the steps with its verdicts on their culprits and advice.</summary>
    /// <param name="evidence">The values of every run.</param>
    /// <param name="steps">The steps as they were diagnosed.</param>
    public static (Proof Proof, IReadOnlyList<StepResult> Steps) Of(ProofEvidence evidence, IReadOnlyList<StepResult> steps)
    {
        var judged = steps.ToList();
        var verdicts = new List<ProofVerdict>();
        foreach (var replay in evidence.Steps)
        {
            var at = judged.FindIndex(s => s.Index == replay.Index);
            if (at < 0)
                continue;
            var bystander = Suspect.BystanderOf(judged[at]);
            var found = Suspect.In(judged[at]).Concat(bystander is null ? [] : [bystander]).Select(s => SuspectVerdict.Of(s, replay)).ToArray();
            verdicts.AddRange(found.Select(f => f.Verdict));
            judged[at] = ProvenStep.Of(judged[at], found, replay);
        }
        return (new Proof
        {
            Arms = [.. evidence.Steps.SelectMany(s => s.Arms.Select(a => Describe(a, s)))],
            Effects = [.. evidence.Steps.SelectMany(s => s.Arms.Select(a => ArmEffect.Of(a, s)?.Describe(s.Name))).OfType<ProofEffect>()],
            Verdicts = verdicts,
            Replay = evidence.Steps.Aggregate(new ReplayCounts(0, 0, 0, 0), (sum, s) => sum.Plus(s.Replay)),
            Limits = [.. evidence.Notes.Concat(evidence.Steps.SelectMany(s => s.Limits)).Distinct()],
            DurationMs = evidence.DurationMs,
        }, judged);
    }

    private static ProofArm Describe(ArmRuns arm, StepReplay step) => new(
        arm.Arm.Name, step.Name, arm.Runs.Count, Middle(arm, WindowKind.Inp), Middle(arm, WindowKind.Response), arm.Noisy, arm.Impossible);

    private static double? Middle(ArmRuns arm, WindowKind window) =>
        arm.In(window) is { Count: > 0 } values ? Milliseconds.Round(Sample.Median(values)) : null;
}
