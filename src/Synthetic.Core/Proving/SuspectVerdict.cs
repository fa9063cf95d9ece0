using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>Judges one suspect by what its step's replays measured.</summary>
/// <param name="Suspect">The suspect.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Culprit">Who is to blame now that this is known.</param>
internal sealed record SuspectVerdict(Suspect Suspect, ProofVerdict Verdict, Culprit Culprit)
{
    public static SuspectVerdict Of(Suspect suspect, StepReplay step)
    {
        ArmEffect[] effects = [.. step.Arms.Select(a => ArmEffect.Of(a, step)).OfType<ArmEffect>()];
        var own = Deciding(suspect, effects);
        var saved = own?.Saved;
        var mismatch = ControlMismatch(suspect.Window, step);
        var outcome = mismatch is null ? Outcome(suspect, own, saved, step) : ProofOutcome.Unsettled;
        var against = outcome == ProofOutcome.Proven ? own!.Effects.Select(e => Counterevidence.Against(e, saved!.Value, suspect.Window, step)).FirstOrDefault(said => said is not null) : null;
        if (against is not null)
            outcome = ProofOutcome.Unsettled;
        // A suspect whose part was shown needs no other.
        var other = outcome == ProofOutcome.Proven || suspect.Bystander || mismatch is not null ? null : Other(suspect, own, effects, step);
        // Nobody was named, and now somebody is found.
        if (other is not null && suspect.Culprit.Cause.NamesNobody)
            (outcome, saved) = (ProofOutcome.Proven, other.In(suspect.Window)!.Value.Times(-1));
        var text = VerdictText.Of(suspect, own, saved, outcome, other) + (mismatch ?? against);
        return new SuspectVerdict(
            suspect,
            new ProofVerdict
            {
                Step = step.Name,
                Window = suspect.Window,
                Kind = suspect.Culprit.Kind,
                Component = suspect.Culprit.Component,
                ClaimedMs = suspect.Culprit.Ms,
                SavedMs = saved is { } s ? Milliseconds.Round(s.Ms) : null,
                SavedCi95 = ArmEffect.Interval(saved),
                Readings = own?.Readings,
                Outcome = outcome,
                Bystander = suspect.Bystander,
                PointsTo = other?.Arm.Removed,
                Text = text,
            },
            JudgedCulprit.Of(suspect, outcome, other, text, mismatch is null && SavedNothing(own, saved, step)));
    }

    /// <summary>
    /// Whether taking the suspect away changed nothing. That refutes nobody where a replay was not all of the step, but nobody is to blame who was
    /// found to cost nothing; only a request that was live may have been the suspect's own.
    /// </summary>
    private static bool SavedNothing(SuspectSaving? own, Shift? saved, StepReplay step) =>
        own is not null && own.Kind != ArmKind.Processor && saved is { High: { } high } && high < ProofThresholds.FrameMs
        && step.Replay is { Live: 0, Refused: 0 };

    /// <summary>Says how far the control is from the baseline; <c>null</c> where it is near enough to stand for it.</summary>
    private static string? ControlMismatch(WindowKind window, StepReplay step)
    {
        double? Middle(ArmKind kind) =>
            step.Arms.FirstOrDefault(a => a.Arm.Kind == kind)?.In(window) is { Count: > 0 } values ? Sample.Median(values) : null;
        return Middle(ArmKind.Baseline) is { } live && Middle(ArmKind.Control) is { } replayed
            && Math.Abs(replayed - live) > Math.Max(ProofThresholds.ControlToleranceMs, live * ProofThresholds.ControlTolerance)
            ? $"; the replay was not the step as it is: {VerdictText.Ms(live)} live, {VerdictText.Ms(replayed)} replayed"
            : null;
    }

    /// <summary>What the arms saved that took the suspect away: for a script its own file's, where the step does without.</summary>
    private static SuspectSaving? Deciding(Suspect suspect, ArmEffect[] effects)
    {
        var kind = CauseTable.Of(suspect.Culprit.Cause).DecidedBy;
        // Another suspect's file says nothing of this one's.
        var without = suspect.Culprit is { Kind: CulpritKind.MainThread, Url: { } script }
            ? effects.FirstOrDefault(e => e.Arm.Kind == ArmKind.WithoutScript && e.Arm.Removed == script)
            : null;
        ArmEffect[] deciding = without is not null ? [without] : [.. effects.Where(e => e.Arm.Kind == kind
            && (kind != ArmKind.WithoutComponent
                || string.Equals(e.Arm.Removed, suspect.Culprit.Component ?? ServerAccount.Unnamed, StringComparison.OrdinalIgnoreCase)))];
        return deciding.Length == 0 ? null : new SuspectSaving(deciding, suspect.Window);
    }

    private static ProofOutcome Outcome(Suspect suspect, SuspectSaving? own, Shift? saved, StepReplay step)
    {
        // Somebody who is not named can't be proven, and what no arm took away was not tried.
        if (own is null || suspect.Culprit.Cause.NamesNobody || saved is not { Low: { } low, High: { } high })
            return ProofOutcome.Unsettled;
        if (low > suspect.Culprit.Ms * ProofThresholds.ShareOfClaim)
            return ProofOutcome.Proven;
        if (high >= suspect.Culprit.Ms * ProofThresholds.ShareOfClaim)
            return ProofOutcome.Unsettled;
        // A slower processor lengthens only what computes: a script that holds the thread until a time has passed is not cleared by it.
        // And where a replay was not the step as it was, only what it did change counts.
        return own.Kind == ArmKind.Processor || step.Limits.Count > 0 || step.Replay is { Live: > 0 } or { Refused: > 0 }
            ? ProofOutcome.Unsettled
            : ProofOutcome.Refuted;
    }

    /// <summary>What saved most of the window, where it is enough to point to; of several that saved about as much, the one that takes away least.</summary>
    private static ArmEffect? Other(Suspect suspect, SuspectSaving? own, ArmEffect[] effects, StepReplay step)
    {
        double SavedBy(ArmEffect effect) => -effect.In(suspect.Window)!.Value.Ms;
        ArmEffect[] enough = [.. effects
            .Where(e => (own?.Effects.Contains(e) != true || suspect.Culprit.Kind is CulpritKind.Unknown) && e.Arm.Reading != MetricReading.Alone && Cause.PointedToBy(e.Arm) is not null)
            .Where(e => e.In(suspect.Window)?.Times(-1) is { Low: { } low } && low > Math.Max(ProofThresholds.FrameMs, suspect.Ms * ProofThresholds.ShareToPointElsewhere))
            .Where(e => Counterevidence.Against(e, e.In(suspect.Window)!.Value.Times(-1), suspect.Window, step) is null)];
        return enough.Length == 0 ? null : enough
            .Where(e => SavedBy(e) >= enough.Max(SavedBy) * ProofThresholds.SimilarSaving)
            .OrderBy(e => Breadth(e.Arm)).ThenByDescending(SavedBy)
            .First();
    }

    /// <summary>How much an arm takes away at once: the server includes each of its components.</summary>
    private static int Breadth(Arm arm) => arm.Kind switch
    {
        ArmKind.ServerAtOnce => 2,
        ArmKind.NetworkAtOnce or ArmKind.Processor => 1,
        _ => 0,
    };
}
