using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>What the long frames tell of the main thread, on the run's clock.</summary>
internal sealed class MainThread
{
    private static readonly Segment Rendering = new() { Kind = SegmentKind.Render };
    private static readonly Segment RestOfFrame = new() { Kind = SegmentKind.Render, Detail = "a long frame without a script of note" };

    /// <summary>How many scripts an instant is held against: a page that says the truth has one at a time.</summary>
    private const int MostAtOnce = 1000;

    private readonly IntervalIndex<ScriptWork> _scripts;
    private readonly IntervalIndex<ScriptWork> _paused;
    private readonly IntervalIndex<(double Start, double End)> _renders;
    private readonly IntervalIndex<(double Start, double End)> _frames;

    private MainThread(
        IEnumerable<ScriptWork> scripts, IEnumerable<(double Start, double End)> renders, IEnumerable<(double Start, double End)> frames)
    {
        _scripts = new IntervalIndex<ScriptWork>(scripts, s => s.Start, s => s.End);
        _renders = new IntervalIndex<(double Start, double End)>(renders, r => r.Start, r => r.End);
        _frames = new IntervalIndex<(double Start, double End)>(frames, f => f.Start, f => f.End);
        _paused = new IntervalIndex<ScriptWork>(_scripts.All.Where(s => s.Pause > 0), s => s.Start, s => s.End);
        // A script that mostly stood still, for a synchronous request or a dialog, did no work that others waited for.
        Busy = new IntervalIndex<ScriptWork>(_scripts.All.Where(s => s.Pause < (s.End - s.Start) / 2), s => s.Start, s => s.End);
    }

    /// <summary>The scripts over 5 ms of frames over 50 ms.</summary>
    public IntervalIndex<ScriptWork> Scripts => _scripts;

    /// <summary>The scripts that worked for most of their time.</summary>
    public IntervalIndex<ScriptWork> Busy { get; }

    public static MainThread Of(IEnumerable<DocumentEvidence> documents)
    {
        var frames = documents.SelectMany(d => d.LongFrames.Select(f => (Frame: f, d.OffsetMs))).ToArray();
        return new MainThread(
            frames.SelectMany(f => f.Frame.Scripts.Select(s => ScriptWork.Of(s, f.Frame, f.OffsetMs))),
            frames.Where(f => f.Frame.RenderStart > 0).Select(f => (f.Frame.RenderStart + f.OffsetMs, End(f.Frame) + f.OffsetMs)),
            frames.Select(f => (f.Frame.Start + f.OffsetMs, End(f.Frame) + f.OffsetMs)));
    }

    /// <summary>Adds the scripts over 5 ms in frames over 50 ms.</summary>
    public void AddScripts(Partition partition, double from, double to) =>
        Add(partition, _scripts.In(from, to).Select(s => new Stretch(s.Start, s.End, s.Segment)));

    /// <summary>Adds style, layout and paint at the end of those frames.</summary>
    public void AddRendering(Partition partition, double from, double to) =>
        Add(partition, _renders.In(from, to).Select(r => new Stretch(r.Start, r.End, Rendering)));

    /// <summary>
    /// Adds what is left of those frames. Scripts over 5 ms are named, so the rest of a long frame is none: parsing, style
    /// or layout, before the point where the browser says that rendering begins.
    /// </summary>
    public void AddFrames(Partition partition, double from, double to) =>
        Add(partition, _frames.In(from, to).Select(f => new Stretch(f.Start, f.End, RestOfFrame)));

    /// <summary>Adds an input's wait for the main thread, by what held it up where that is known.</summary>
    public void AddInputDelay(Partition partition, double from, double to)
    {
        var script = to > from ? _scripts.In(from, to).Take(MostAtOnce).MaxBy(s => Math.Min(s.End, to) - Math.Max(s.Start, from))?.Segment : null;
        partition.Add(from, to, new Segment { Kind = SegmentKind.InputDelay, Detail = script?.Detail, Url = script?.Url });
    }

    private static void Add(Partition partition, IEnumerable<Stretch> stretches)
    {
        if (partition.IsFull)
            return;
        foreach (var (start, end, segment) in stretches.TakeWhile(_ => !partition.IsFull))
            partition.Add(start, end, segment);
    }

    /// <summary>The long frame in which an instant lies, up to its presentation; <c>null</c> for none.</summary>
    public (double Start, double End)? FrameOf(double instant)
    {
        foreach (var frame in _frames.In(instant, instant + Tolerances.ScriptClock))
            return frame;
        return null;
    }

    /// <summary>Whether a script stood still for a request: a synchronous one.</summary>
    public bool StoodStillFor(Request request) =>
        request is { Initiator: "xmlhttprequest", End: { } end } && end > request.Start
        && _paused.In(Math.Max(request.Start, Math.BitDecrement(end - Tolerances.ScriptClock)), Math.Min(end, Math.BitIncrement(request.Start + Tolerances.ScriptClock)))
            .Take(MostAtOnce).Any(s => s.Pause >= (end - request.Start) / 2);

    /// <summary>When a frame was on the screen, on its document's clock.</summary>
    public static double End(LongFrame frame) => Math.Max(frame.Start + frame.Duration, frame.Presentation ?? 0);
}
