using Synthetic.Browser.Probing;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Driving;

/// <summary>What a page says of the result that a step waited for, as evidence on the run's clock.</summary>
internal static class PaintedEvidence
{
    /// <summary>Links that the probe gives of a chain; a page that speaks for it may give more.</summary>
    private const int LongestChain = 200;

    /// <summary>The step with its result.</summary>
    /// <param name="step">The step so far.</param>
    /// <param name="painted">What the page says.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="followsCauses">Whether the run followed what caused what.</param>
    public static StepEvidence Of(StepEvidence step, PaintedResult painted, RunClock clock, bool followsCauses) => step with
    {
        ExpectationPaintedMs = clock.SinceOrigin(painted.Time),
        ExpectationChangedMs = On(painted.Changed, clock),
        ExpectationUnseenMs = On(painted.Unseen, clock),
        ExpectationMotions = painted.Motions.Any()
            ? [.. painted.Motions.Select(motion => new MotionEvidence(motion.What ?? "", motion.Target, clock.SinceOrigin(motion.End)))] : null,
        ExpectationImage = painted.Image,
        ExpectationFont = painted.Font,
        ExpectationMessage = painted.Message is { } message ? new MessageEvidence(
            message.Transport ?? "", message.Url ?? "", clock.SinceOrigin(message.Received), On(message.Sent, clock), message.Direct) : null,
        Causes = painted.Causes is null || !followsCauses ? null : [.. painted.Causes.OfType<ReceivedCause>().Take(LongestChain).Select(cause => new CauseLink
        {
            Kind = cause.Kind ?? "", AtMs = cause.At, Count = cause.Count, Method = cause.Method, Url = cause.Url, Nth = cause.Nth, DelayMs = cause.Delay, SetMs = cause.Set,
        })],
    };

    private static double? On(double? epochMs, RunClock clock) => epochMs is { } at ? clock.SinceOrigin(at) : null;
}
