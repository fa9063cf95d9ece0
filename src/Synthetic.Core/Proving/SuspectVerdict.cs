using System.Globalization;
using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Proving;

/// <summary>Judges one suspect by what its step's replays measured.</summary>
/// <param name="Suspect">The suspect.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Culprit">Who is to blame now that this is known.</param>
internal sealed record SuspectVerdict(Suspect Suspect, ProofVerdict Verdict, Culprit Culprit)
{
    /// <summary>The part of its claim that a suspect must explain, and the part of a window that points elsewhere.</summary>
    private const double Half = 0.5;

    private const double Quarter = 0.25;

    /// <summary>Savings are as large as the largest from this part of it on.</summary>
    private const double AsMuch = 0.8;

    /// <summary>Less than a frame points to nobody, in milliseconds.</summary>
    private const double Frame = 16;

    /// <summary>A control may be this much from the baseline: beyond, it was another step that was replayed.</summary>
    private const double Fifth = 0.2;

    public static SuspectVerdict Of(Suspect suspect, StepReplay step)
    {
        ArmEffect[] effects = [.. step.Arms.Select(a => ArmEffect.Of(a, step)).OfType<ArmEffect>()];
        var own = Deciding(suspect, effects);
        var saved = own?.In(suspect.Window)?.Times(-1);
        var unlike = Unlike(suspect.Window, step);
        var outcome = unlike is null ? Outcome(suspect, own, saved, step) : ProofOutcome.Unsettled;
        // A suspect whose part was shown needs no other.
        var other = outcome == ProofOutcome.Proven || suspect.Bystander || unlike is not null ? null : Other(suspect, own, effects);
        // Nobody was named, and now somebody is found.
        if (other is not null && suspect.Culprit.Cause.NamesNobody)
            (outcome, saved) = (ProofOutcome.Proven, other.In(suspect.Window)!.Value.Times(-1));
        var text = Text(suspect, own, saved, outcome, other) + unlike;
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
                Outcome = outcome,
                Bystander = suspect.Bystander,
                PointsTo = other?.Arm.Removed,
                Text = text,
            },
            Judged(suspect, outcome, other, text));
    }

    /// <summary>Says how far the control is from the baseline; <c>null</c> where it is near enough to stand for it.</summary>
    private static string? Unlike(WindowKind window, StepReplay step)
    {
        double? Middle(ArmKind kind) =>
            step.Arms.FirstOrDefault(a => a.Arm.Kind == kind)?.In(window) is { Count: > 0 } values ? Sample.Median(values) : null;
        return Middle(ArmKind.Baseline) is { } live && Middle(ArmKind.Control) is { } replayed
            && Math.Abs(replayed - live) > Math.Max(2 * Frame, live * Fifth)
            ? $"; the replay was not the step as it is: {Ms(live)} live, {Ms(replayed)} replayed"
            : null;
    }

    /// <summary>The arm that took the suspect away: for a script its own file's, where the step does without.</summary>
    private static ArmEffect? Deciding(Suspect suspect, ArmEffect[] effects)
    {
        var kind = CauseTable.Of(suspect.Culprit.Cause).DecidedBy;
        // Another suspect's file says nothing of this one's.
        var without = suspect.Culprit is { Kind: CulpritKind.MainThread, Url: { } script }
            ? effects.FirstOrDefault(e => e.Arm.Kind == ArmKind.WithoutScript && e.Arm.Removed == script)
            : null;
        return without ?? effects.FirstOrDefault(e => e.Arm.Kind == kind
            && (kind != ArmKind.WithoutComponent
                || string.Equals(e.Arm.Removed, suspect.Culprit.Component ?? ServerAccount.Unnamed, StringComparison.OrdinalIgnoreCase)));
    }

    private static ProofOutcome Outcome(Suspect suspect, ArmEffect? own, Shift? saved, StepReplay step)
    {
        // Who is not named can't be proven; who waits for nothing can't be taken away.
        if (own is null || suspect.Culprit.Cause.NamesNobody || saved is not { Low: { } low, High: { } high })
            return ProofOutcome.Unsettled;
        if (low > suspect.Culprit.Ms * Half)
            return ProofOutcome.Proven;
        if (high >= suspect.Culprit.Ms * Half)
            return ProofOutcome.Unsettled;
        // A slower processor lengthens what computes; a script that holds the thread by watching a clock is no less guilty.
        // And where a replay was not the step as it was, only what it did change counts.
        return own.Arm.Kind == ArmKind.Processor || step.Limits.Count > 0 || step.Replay is { Live: > 0 } or { Refused: > 0 }
            ? ProofOutcome.Unsettled
            : ProofOutcome.Refuted;
    }

    /// <summary>What saved most of the window, where it is enough to point to; of several that saved about as much the one that says most.</summary>
    private static ArmEffect? Other(Suspect suspect, ArmEffect? own, ArmEffect[] effects)
    {
        double SavedBy(ArmEffect effect) => -effect.In(suspect.Window)!.Value.Ms;
        ArmEffect[] enough = [.. effects
            .Where(e => (e != own || suspect.Culprit.Kind is CulpritKind.Unknown) && Cause.PointedToBy(e.Arm) is not null)
            .Where(e => e.In(suspect.Window)?.Times(-1) is { Low: { } low } && low > Math.Max(Frame, suspect.Ms * Quarter))];
        return enough.Length == 0 ? null : enough
            .Where(e => SavedBy(e) >= enough.Max(SavedBy) * AsMuch)
            .OrderBy(e => Vagueness(e.Arm)).ThenByDescending(SavedBy)
            .First();
    }

    /// <summary>How little an arm says: all of the server holds each of its components.</summary>
    private static int Vagueness(Arm arm) => arm.Kind switch
    {
        ArmKind.ServerAtOnce => 2,
        ArmKind.NetworkAtOnce or ArmKind.Processor => 1,
        _ => 0,
    };

    private static Culprit Judged(Suspect suspect, ProofOutcome outcome, ArmEffect? other, string text)
    {
        var culprit = suspect.Culprit;
        IReadOnlyList<string> evidence = [text, .. culprit.Evidence];
        if (outcome == ProofOutcome.Proven && other is null)
            return culprit with { Confidence = Confidence.Proven, Evidence = evidence };
        if (other is not null && (outcome == ProofOutcome.Refuted || suspect.Culprit.Cause.NamesNobody))
        {
            var (kind, component) = Cause.PointedToBy(other.Arm)!.Value;
            // The run that is explained may have been quicker than its replays: nobody took more of its window than there is.
            var ms = Math.Min(Milliseconds.Round(-other.In(suspect.Window)!.Value.Ms), suspect.Ms);
            return new Culprit
            {
                Kind = kind,
                Component = component,
                Ms = ms,
                Share = Math.Round(Math.Clamp(ms / suspect.Ms, 0, 1), 2, MidpointRounding.AwayFromZero),
                Confidence = Confidence.Proven,
                Evidence = evidence,
            };
        }
        return outcome == ProofOutcome.Refuted
            ? new Culprit { Kind = CulpritKind.Unknown, Ms = culprit.Ms, Share = culprit.Share, Confidence = Confidence.Unknown, Evidence = evidence }
            : culprit with { Evidence = evidence };
    }

    private static string Text(Suspect suspect, ArmEffect? own, Shift? saved, ProofOutcome outcome, ArmEffect? other)
    {
        if (outcome == ProofOutcome.Proven && other is not null)
            return $"proven: {other.Arm.Name}: {Change(suspect.Window, other)}{Within(other.In(suspect.Window)?.Times(-1))}";
        if (own is null)
            return suspect.Culprit.Kind == CulpritKind.Idle
                ? $"not settled: a wait in which nothing runs can't be replayed away{Instead(suspect, other)}"
                : $"not settled: no run counts that would tell{Instead(suspect, other)}";
        var what = $"{own.Arm.Name}: {Change(suspect.Window, own)}{Within(saved)}";
        return outcome switch
        {
            ProofOutcome.Proven => $"proven: {what}",
            ProofOutcome.Refuted => $"refuted: {what}, where {Ms(suspect.Culprit.Ms)} were to be expected{Instead(suspect, other)}",
            _ when saved?.Low is null => $"not settled: {what}, from too few runs for an interval{Instead(suspect, other)}",
            _ => $"not settled: {what}{Instead(suspect, other)}",
        };
    }

    private static string Instead(Suspect suspect, ArmEffect? other) =>
        other is null ? "" : $"; {other.Arm.Name}: {Change(suspect.Window, other)}";

    private static string Change(WindowKind window, ArmEffect effect) =>
        $"{(window == WindowKind.Inp ? "INP" : "response")} {Bare(effect.NowIn(window))} → {Ms(effect.Predicted(window))}";

    private static string Within(Shift? saved) => saved is { Low: { } low, High: { } high }
        ? $" ({Bare(low)} to {Ms(high)} less, 95 %)"
        : "";

    private static string Bare(double? ms) => ms is { } value ? Math.Round(value).ToString("0", CultureInfo.InvariantCulture) : "?";

    private static string Ms(double? ms) => Bare(ms) + " ms";
}
