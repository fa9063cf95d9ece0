namespace Synthetic.Core.Diagnosing;

/// <summary>Where the time from an input to the paint of its result went.</summary>
internal static class ResponseTimeline
{
    /// <summary>A frame shorter than this leaves no long-frame entry: such a gap may be script or paint, in milliseconds.</summary>
    private const double ShortFrame = 50;

    public static IReadOnlyList<Segment> Of(
        Interaction interaction, double end, IReadOnlyList<Request> requests, MainThread mainThread)
    {
        var begin = interaction.Begin;
        var paint = new Paint(begin, end);
        InpTimeline.LayDelay(paint, interaction with { Start = begin }, mainThread);
        var path = CriticalPath.Of(begin, end, requests, mainThread);
        foreach (var (from, to, what) in path.SelectMany(RequestStretches.Of))
            paint.Lay(from, to, what);
        foreach (var script in mainThread.Scripts)
            paint.Lay(script.Start, script.End, script.Segment);
        paint.Lay(interaction.ProcessingStart, interaction.ProcessingEnd, InpTimeline.Handler(interaction));
        foreach (var (from, to) in mainThread.Renders)
            paint.Lay(from, to, new Segment { Kind = SegmentKind.Render });
        paint.Fill((from, to) => Gap(from, to, end));
        return paint.Segments();
    }

    private static Segment Gap(double from, double to, double end)
    {
        if (to - from >= ShortFrame)
            return new Segment { Kind = SegmentKind.Idle, Detail = "no script, request or frame: a timer, or a message that no request brought" };
        return to >= end
            ? new Segment { Kind = SegmentKind.Render }
            : new Segment { Kind = SegmentKind.Unattributed, Detail = "a gap too short to show in the browser's entries" };
    }
}
