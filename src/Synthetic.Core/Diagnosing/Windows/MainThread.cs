using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>What the long frames tell of the main thread, on the run's clock.</summary>
internal sealed class MainThread
{
    /// <summary>Instants that should be the same differ by up to this, in milliseconds.</summary>
    private const double Slack = 1;

    private readonly IntervalIndex<Work> _scripts;
    private readonly IntervalIndex<(double Start, double End)> _renders;
    private readonly IntervalIndex<(double Start, double End)> _frames;

    private MainThread(
        IEnumerable<Work> scripts, IEnumerable<(double Start, double End)> renders, IEnumerable<(double Start, double End)> frames)
    {
        _scripts = new IntervalIndex<Work>(scripts, s => s.Start, s => s.End);
        _renders = new IntervalIndex<(double Start, double End)>(renders, r => r.Start, r => r.End);
        _frames = new IntervalIndex<(double Start, double End)>(frames, f => f.Start, f => f.End);
        // A script that mostly waited, for a synchronous request or a dialog, is no work that anything waited behind.
        Busy = new IntervalIndex<Work>(_scripts.All.Where(s => s.Pause < (s.End - s.Start) / 2), s => s.Start, s => s.End);
    }

    /// <summary>The scripts over 5 ms of frames over 50 ms.</summary>
    public IntervalIndex<Work> Scripts => _scripts;

    /// <summary>The scripts that worked for most of their time.</summary>
    public IntervalIndex<Work> Busy { get; }

    public static MainThread Of(IEnumerable<DocumentEvidence> documents)
    {
        var frames = documents.SelectMany(d => d.LongFrames.Select(f => (Frame: f, d.OffsetMs))).ToArray();
        return new MainThread(
            frames.SelectMany(f => f.Frame.Scripts.Select(s => Work.Of(s, f.Frame, f.OffsetMs))),
            frames.Where(f => f.Frame.RenderStart > 0).Select(f => (f.Frame.RenderStart + f.OffsetMs, End(f.Frame) + f.OffsetMs)),
            frames.Select(f => (f.Frame.Start + f.OffsetMs, End(f.Frame) + f.OffsetMs)));
    }

    /// <summary>Lays the scripts over 5 ms in frames over 50 ms.</summary>
    public void LayScripts(Partition partition, double from, double to)
    {
        if (partition.IsFull)
            return;
        foreach (var script in _scripts.In(from, to).TakeWhile(_ => !partition.IsFull))
            partition.Lay(script.Start, script.End, script.Segment);
    }

    /// <summary>Lays style, layout and paint at the end of those frames.</summary>
    public void LayRenders(Partition partition, double from, double to) =>
        Lay(partition, _renders, from, to, new Segment { Kind = SegmentKind.Render });

    /// <summary>
    /// Lays what is left of those frames. Scripts over 5 ms are named, so the rest of a long frame is none: parsing, style
    /// or layout, before the point where the browser says that rendering begins.
    /// </summary>
    public void LayFrames(Partition partition, double from, double to) =>
        Lay(partition, _frames, from, to, new Segment { Kind = SegmentKind.Render, Detail = "a long frame without a script of note" });

    private static void Lay(Partition partition, IntervalIndex<(double Start, double End)> stretches, double from, double to, Segment what)
    {
        if (partition.IsFull)
            return;
        foreach (var (start, end) in stretches.In(from, to).TakeWhile(_ => !partition.IsFull))
            partition.Lay(start, end, what);
    }

    /// <summary>The long frame in which an instant lies, up to its presentation; <c>null</c> for none.</summary>
    public (double Start, double End)? FrameOf(double instant)
    {
        foreach (var frame in _frames.In(instant, instant + Slack))
            return frame;
        return null;
    }

    /// <summary>The script that takes the largest part of a stretch; <c>null</c> for none.</summary>
    public Work? Largest(double from, double to) =>
        to > from ? _scripts.In(from, to).MaxBy(s => Math.Min(s.End, to) - Math.Max(s.Start, from)) : null;

    /// <summary>Whether a script stood still for a request: a synchronous one.</summary>
    public bool StoodStillFor(Request request) =>
        request is { Initiator: "xmlhttprequest", End: { } end } && end > request.Start
        && _scripts.In(request.Start, end).Any(s =>
            s.Start <= request.Start + Slack && s.End >= end - Slack && s.Pause >= (end - request.Start) / 2);

    private static double End(LongFrame frame) => Math.Max(frame.Start + frame.Duration, frame.Presentation ?? 0);

    /// <summary>A script at work.</summary>
    /// <param name="Start">When it began.</param>
    /// <param name="End">When it returned.</param>
    /// <param name="Pause">How long it stood still.</param>
    /// <param name="FrameEnd">When its frame was on the screen.</param>
    /// <param name="Timing">What the browser says of it.</param>
    public sealed record Work(double Start, double End, double Pause, double FrameEnd, ScriptTiming Timing)
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

        public static Work Of(ScriptTiming s, LongFrame frame, double offset) =>
            new(s.Start + offset, s.Start + s.Duration + offset, s.Pause, MainThread.End(frame) + offset, s);

        private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
