using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Proving;

/// <summary>
/// What a step's own replays hold against a saving. An interval over half of the claim is not enough: the same runs may say the opposite, since effects are
/// counted from the control, and since several arms may take the same thing away.
/// </summary>
internal static class Counterevidence
{
    /// <summary>Says what speaks against it, to stand behind a sentence; <c>null</c> where nothing does.</summary>
    /// <param name="effect">What an arm changed.</param>
    /// <param name="saved">What the window loses by that, or by the least of several readings.</param>
    /// <param name="window">The window.</param>
    /// <param name="step">All replays of its step.</param>
    public static string? Against(ArmEffect effect, Shift saved, WindowKind window, StepReplay step)
    {
        if (saved.Low is not > 0)
            return "; that it saves anything is not certain";
        return AgainstLive(effect, window, step) ?? AgainstMore(effect, saved, window, step);
    }

    /// <summary>What the control cost more than the live step, no arm saved: one that is not quicker than the live step shows nothing.</summary>
    private static string? AgainstLive(ArmEffect effect, WindowKind window, StepReplay step)
    {
        // Another speed of the processor is no step without something: what it would be is extrapolated.
        if (effect.Arm.Kind == ArmKind.Processor
            || step.Arms.FirstOrDefault(a => a.Arm.Kind == ArmKind.Baseline)?.In(window) is not { Count: > 0 } live
            || step.Arms.FirstOrDefault(a => a.Arm == effect.Arm)?.In(window) is not { Count: > 0 } without
            || Shift.Between(without, live) is not { } saved)
            return null;
        return (saved.Low ?? saved.Ms) > 0 ? null : "; it was not certainly quicker than the live step";
    }

    /// <summary>Who takes the same away and more can't save less.</summary>
    private static string? AgainstMore(ArmEffect effect, Shift saved, WindowKind window, StepReplay step)
    {
        foreach (var more in step.Arms.Where(a => TakesMore(a.Arm, effect.Arm)))
        {
            if (ArmEffect.Of(more, step)?.In(window)?.Times(-1) is { High: { } high } && high < saved.Low - ProofThresholds.FrameMs)
                return $"; but {more.Arm.Name}, which takes that away as well, saved {VerdictText.Ms(high)} at most";
        }
        return null;
    }

    private static bool TakesMore(Arm one, Arm than) => one.Kind switch
    {
        // What no server names may have been its body as well, which comes after the wait.
        ArmKind.ServerAtOnce => than.Kind is ArmKind.WithoutTransit || (than.Kind == ArmKind.WithoutComponent && than.Removed != ServerAccount.Unnamed),
        ArmKind.NetworkAtOnce => than.Kind is ArmKind.WithoutTransit or ArmKind.WithoutQueue or ArmKind.WithoutConnect or ArmKind.WithoutDownload,
        ArmKind.Baseline or ArmKind.Control or ArmKind.WithoutComponent or ArmKind.WithoutTransit or ArmKind.WithoutQueue or ArmKind.WithoutConnect
            or ArmKind.WithoutDownload or ArmKind.WithoutRedirects or ArmKind.WithoutRequests or ArmKind.ThirdPartiesAtOnce or ArmKind.ThirdPartiesBlocked
            or ArmKind.WithoutScript or ArmKind.Processor => false,
    };
}
