using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>A step with what its replays showed: its culprits' confidence, its advice's savings.</summary>
internal static class ProvenStep
{
    public static StepResult Of(StepResult step, IReadOnlyList<SuspectVerdict> verdicts, StepReplay replay) => step with
    {
        Interactions = [.. step.Interactions.Select(i => i with
        {
            Inp = i.Inp is { } inp ? inp with { Culprit = Judged(inp.Culprit, WindowKind.Inp, verdicts) } : null,
            Response = i.Response is { } response ? response with { Culprit = Judged(response.Culprit, WindowKind.Response, verdicts) } : null,
        })],
        Advice = [.. step.Advice.Select(a => Proven(a, step, replay))],
    };

    /// <summary>The suspect's own culprit is replaced; what other interactions of the step blame the same one for is as well known now.</summary>
    private static Culprit? Judged(Culprit? culprit, WindowKind window, IReadOnlyList<SuspectVerdict> verdicts)
    {
        if (culprit is null)
            return null;
        if (verdicts.FirstOrDefault(v => ReferenceEquals(v.Suspect.Culprit, culprit)) is { } own)
            return own.Culprit;
        var same = verdicts.FirstOrDefault(v => v.Suspect.Window == window
            && v.Suspect.Culprit.Cause == culprit.Cause);
        return same?.Verdict.Outcome == ProofOutcome.Proven ? culprit with { Confidence = Confidence.Proven } : culprit;
    }

    private static Advice Proven(Advice advice, StepResult step, StepReplay replay)
    {
        if (AdviceArm.Of(advice, step) is not { } arm
            || replay.Arms.FirstOrDefault(a => a.Arm.Kind == arm.Kind && a.Arm.Removed == arm.Removed && Same(a.Arm.Requests, arm.Requests)) is not { } runs
            || ArmEffect.Of(runs, replay) is not { } effect)
            return advice;
        (WindowKind Window, Shift Saved)[] windows = [.. from window in new[] { WindowKind.Response, WindowKind.Inp }
                                                        let change = effect.In(window)
                                                        where change is not null
                                                        select (window, change.Value.Times(-1))];
        if (windows.Length == 0)
            return advice;
        var (best, saved) = windows.MaxBy(one => one.Saved.Ms);
        var (ms, interval) = (Milliseconds.Round(saved.Ms), ArmEffect.Interval(saved));
        return Counterevidence.Against(effect, saved, best, replay) is null
            ? advice with { ProvenMs = ms, ProvenCi95 = interval }
            : advice with { TriedMs = ms, TriedCi95 = interval };
    }

    private static bool Same(IReadOnlyList<RequestKey>? one, IReadOnlyList<RequestKey>? other) =>
        one is not null && other is not null && one.SequenceEqual(other);
}
