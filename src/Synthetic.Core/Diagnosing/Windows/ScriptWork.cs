using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>A script at work.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it returned.</param>
/// <param name="Pause">How long it stood still.</param>
/// <param name="FrameEnd">When its frame was on the screen.</param>
/// <param name="Timing">What the browser says of it.</param>
internal sealed record ScriptWork(double Start, double End, double Pause, double FrameEnd, ScriptTiming Timing)
{
    /// <summary>Whether it is the browser's answer to a request: a promise of it resolved, or it was loaded.</summary>
    public bool AnswersRequest =>
        Timing.InvokerType is "classic-script" or "module-script"
        || (Timing.Invoker is { } invoker && (invoker.Contains("fetch", StringComparison.OrdinalIgnoreCase)
            || invoker.StartsWith("Response.", StringComparison.Ordinal)
            || invoker.StartsWith("XMLHttpRequest.", StringComparison.Ordinal)));

    /// <summary>The segment it makes.</summary>
    public Segment Segment { get; } = new()
    {
        Kind = SegmentKind.Script,
        Detail = Named(Timing.Invoker) ?? Named(Timing.Function),
        Url = Named(Timing.Url),
    };

    /// <summary>A script of a long frame.</summary>
    /// <param name="script">What the browser says of it.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="offset">When its document began, on the run's clock.</param>
    public static ScriptWork Of(ScriptTiming script, LongFrame frame, double offset) =>
        new(script.Start + offset, script.Start + script.Duration + offset, script.Pause, MainThread.End(frame) + offset, script);

    private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
