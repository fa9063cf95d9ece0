using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Where the time from an input to the paint of its result went.</summary>
internal static class ResponseTimeline
{
    /// <summary>A frame shorter than this leaves no long-frame entry: such a gap may be script or partition, in milliseconds.</summary>
    private const double ShortFrame = 50;

    public static IReadOnlyList<Segment> Of(Interaction interaction, ResultPaint shown, IReadOnlyList<Request> path, RunFacts run)
    {
        var (begin, end) = (interaction.Begin, shown.Instant);
        // The result may be another document's work: that of the next page, or of a frame.
        var mainThread = run.MainThread;
        var partition = new Partition(begin, end);
        InpTimeline.LayStandstill(partition, interaction, end, run);
        // Between the inputs of one interaction there is nothing to wait for: a key or a button was held down.
        var handled = double.NegativeInfinity;
        foreach (var input in interaction.Inputs)
        {
            // A click has its pointer's instant: what it waited behind the pointer's own handlers is no delay.
            InpTimeline.LayDelay(partition, input with { Start = Math.Max(input.Start, handled) }, run.MainThreadOf(interaction.DocumentId));
            handled = Math.Max(handled, input.ProcessingEnd);
        }
        foreach (var (from, to, what) in path.SelectMany(RequestStretches.Of))
            partition.Lay(from, to, what);
        mainThread.LayScripts(partition, begin, end);
        foreach (var input in interaction.Inputs)
            partition.Lay(input.ProcessingStart, input.ProcessingEnd, InpTimeline.Handler(interaction));
        mainThread.LayRenders(partition, begin, end);
        mainThread.LayFrames(partition, begin, end);
        // Frames of a page that has painted nothing yet are not reported, long or not.
        foreach (var (from, to) in run.FirstPaints)
            partition.Lay(from, to, new Segment { Kind = SegmentKind.Render, Detail = "the new page's first paint" });
        // Once the document is changed, all that is left to wait for is its paint.
        if (shown.Changed is { } changed)
            partition.Lay(changed, end, new Segment { Kind = SegmentKind.Render });
        partition.Fill((from, to) => Gap(from, to, end));
        return partition.Segments();
    }

    private static Segment Gap(double from, double to, double end)
    {
        if (to - from >= ShortFrame)
            return new Segment { Kind = SegmentKind.Idle, Detail = "neither a long frame nor a request that the result waited for: a timer, a message that no request brought, script in pieces too short to be reported, or a machine busy elsewhere" };
        return to >= end
            ? new Segment { Kind = SegmentKind.Render }
            : new Segment { Kind = SegmentKind.Unattributed, Detail = "a gap too short to show in the browser's entries" };
    }
}
