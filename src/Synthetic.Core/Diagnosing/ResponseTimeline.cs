namespace Synthetic.Core.Diagnosing;

/// <summary>Where the time from an input to the paint of its result went.</summary>
internal static class ResponseTimeline
{
    /// <summary>A frame shorter than this leaves no long-frame entry: such a gap may be script or paint, in milliseconds.</summary>
    private const double ShortFrame = 50;

    public static IReadOnlyList<Segment> Of(Interaction interaction, ResponseEnd shown, IReadOnlyList<Request> path, RunFacts run)
    {
        var (begin, end) = (interaction.Begin, shown.Instant);
        // The result may be another document's work: that of the next page, or of a frame.
        var mainThread = run.MainThread;
        var paint = new Paint(begin, end);
        InpTimeline.LayStandstill(paint, interaction, end, run);
        // Between the inputs of one interaction there is nothing to wait for: a key or a button was held down.
        var handled = double.NegativeInfinity;
        foreach (var input in interaction.Inputs)
        {
            // A click has its pointer's instant: what it waited behind the pointer's own handlers is no delay.
            InpTimeline.LayDelay(paint, input with { Start = Math.Max(input.Start, handled) }, run.MainThreadOf(interaction.DocumentId));
            handled = Math.Max(handled, input.ProcessingEnd);
        }
        foreach (var (from, to, what) in path.SelectMany(RequestStretches.Of))
            paint.Lay(from, to, what);
        mainThread.LayScripts(paint, begin, end);
        foreach (var input in interaction.Inputs)
            paint.Lay(input.ProcessingStart, input.ProcessingEnd, InpTimeline.Handler(interaction));
        mainThread.LayRenders(paint, begin, end);
        mainThread.LayFrames(paint, begin, end);
        // Frames of a page that has painted nothing yet are not reported, long or not.
        foreach (var (from, to) in run.FirstPaints)
            paint.Lay(from, to, new Segment { Kind = SegmentKind.Render, Detail = "the new page's first paint" });
        // Once the document is changed, all that is left to wait for is its paint.
        if (shown.Changed is { } changed)
            paint.Lay(changed, end, new Segment { Kind = SegmentKind.Render });
        paint.Fill((from, to) => Gap(from, to, end));
        return paint.Segments();
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
