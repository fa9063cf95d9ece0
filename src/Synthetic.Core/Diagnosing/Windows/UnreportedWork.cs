using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Tells gaps in which the main thread worked from gaps in which it waited, by how busy the browser counted it.</summary>
/// <param name="ms">How long it was busy beyond what entries and the driver's own questions explain; <c>null</c> where that is not known.</param>
internal sealed class UnreportedWork(double? ms)
{
    private static readonly Segment Waited = new()
    {
        Kind = SegmentKind.Idle,
        Detail = "neither a long frame nor a request that the result waited for: a timer, a message that no request brought, script in pieces too short to be reported, or a machine busy elsewhere",
    };

    private static readonly Segment Worked = new() { Kind = SegmentKind.Script, Detail = Segment.ShortPieces };

    private static readonly Segment Unclear = new()
    {
        Kind = SegmentKind.Unattributed,
        Detail = "the main thread was busy in this step, by the browser's counters, and nothing says when and with what",
    };

    /// <summary>For a step of one interaction: in a step of several, the counters do not say in which of them the work was.</summary>
    /// <param name="step">The step.</param>
    /// <param name="frames">The long frames in it.</param>
    /// <param name="interactions">How many interactions it has.</param>
    public static UnreportedWork Of(StepEvidence step, IEnumerable<LongFrame> frames, int interactions) => new(
        interactions == 1 && step.MainThread is { } counted
            ? counted.TaskMs - frames.Sum(frame => frame.Duration) - Tolerances.DriversOwnTasks
            : null);

    /// <summary>What the gaps of a window are, all together.</summary>
    /// <param name="gapsMs">How long they are together.</param>
    public Segment In(double gapsMs) =>
        ms is not { } busy || busy < gapsMs * Tolerances.PartlyBusy ? Waited
        : busy >= gapsMs * Tolerances.MostlyBusy && busy <= gapsMs * Tolerances.BusyElsewhere ? Worked
        : Unclear;
}
