namespace Synthetic.Core.Diagnosing;

/// <summary>Where the time from an input to the next paint went.</summary>
internal static class InpTimeline
{
    public static IReadOnlyList<Segment> Of(Interaction interaction, IReadOnlyList<Request> requests, MainThread mainThread)
    {
        var paint = new Paint(interaction.Start, interaction.End);
        LayDelay(paint, interaction, mainThread);
        foreach (var request in requests.Where(r => Blocks(r, interaction, mainThread)))
        {
            foreach (var (from, to, what) in RequestStretches.Of(request))
                paint.Lay(from, Math.Min(to, interaction.ProcessingEnd), what);
        }
        foreach (var script in mainThread.Scripts)
            paint.Lay(script.Start, script.End, script.Segment);
        paint.Lay(interaction.ProcessingStart, interaction.ProcessingEnd, Handler(interaction));
        foreach (var (from, to) in mainThread.Renders)
            paint.Lay(from, to, new Segment { Kind = SegmentKind.Render });
        paint.Fill((_, _) => new Segment { Kind = SegmentKind.Presentation });
        return paint.Segments();
    }

    /// <summary>The input's wait for the main thread, by what held it up where that is known.</summary>
    public static void LayDelay(Paint paint, Interaction interaction, MainThread mainThread)
    {
        var guilty = mainThread.Largest(interaction.Start, interaction.ProcessingStart)?.Segment;
        paint.Lay(interaction.Start, interaction.ProcessingStart, new Segment
        {
            Kind = SegmentKind.InputDelay,
            Detail = guilty?.Detail,
            Url = guilty?.Url,
        });
    }

    /// <summary>The handlers of an interaction, for which no long frame names a script.</summary>
    public static Segment Handler(Interaction interaction) => new()
    {
        Kind = SegmentKind.Script,
        Detail = $"handlers of the {(interaction.Type == "keyboard" ? "key" : "click")}{(interaction.Target is { } t ? $" on {t}" : "")}",
    };

    /// <summary>Whether a request held the handler itself up: a synchronous one, inside a script that paused for it.</summary>
    public static bool Blocks(Request request, Interaction interaction, MainThread mainThread) =>
        request.Initiator == "xmlhttprequest"
        && request.End is { } end
        && request.Start >= interaction.ProcessingStart - 1 && end <= interaction.ProcessingEnd + 1
        && mainThread.Scripts.Any(s =>
            s.Start <= request.Start + 1 && s.End >= end - 1 && s.Pause >= (end - request.Start) / 2);
}
