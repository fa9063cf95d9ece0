using Synthetic.Core.Measuring;

namespace Synthetic.Core.Diagnosing;

/// <summary>What the long frames tell of the main thread, on the run's clock.</summary>
internal sealed class MainThread
{
    private MainThread(IReadOnlyList<Work> scripts, IReadOnlyList<(double Start, double End)> renders) =>
        (Scripts, Renders) = (scripts, renders);

    /// <summary>Scripts over 5 ms in frames over 50 ms, by start.</summary>
    public IReadOnlyList<Work> Scripts { get; }

    /// <summary>Style, layout and paint at the end of those frames.</summary>
    public IReadOnlyList<(double Start, double End)> Renders { get; }

    public static MainThread Of(IEnumerable<DocumentEvidence> documents)
    {
        var frames = documents.SelectMany(d => d.LongFrames.Distinct().Select(f => (Frame: f, d.OffsetMs))).ToArray();
        return new MainThread(
            [.. frames.SelectMany(f => f.Frame.Scripts.Select(s => Work.Of(s, f.OffsetMs))).OrderBy(w => w.Start)],
            [.. frames.Where(f => f.Frame.RenderStart > 0)
                .Select(f => (f.Frame.RenderStart + f.OffsetMs, End(f.Frame) + f.OffsetMs))
                .OrderBy(r => r.Item1)]);
    }

    /// <summary>The script that takes the largest part of a stretch; <c>null</c> for none.</summary>
    public Work? Largest(double from, double to) => Scripts
        .Where(s => s.End > from && s.Start < to)
        .OrderByDescending(s => Math.Min(s.End, to) - Math.Max(s.Start, from))
        .FirstOrDefault();

    private static double End(LongFrame frame) => Math.Max(frame.Start + frame.Duration, frame.Presentation ?? 0);

    /// <summary>A script at work.</summary>
    internal sealed record Work(double Start, double End, double Pause, ScriptTiming Timing)
    {
        /// <summary>The segment it makes.</summary>
        public Segment Segment => new()
        {
            Kind = SegmentKind.Script,
            Detail = Named(Timing.Invoker) ?? Named(Timing.Function),
            Url = Named(Timing.Url),
        };

        public static Work Of(ScriptTiming s, double offset) => new(s.Start + offset, s.Start + s.Duration + offset, s.Pause, s);

        private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text.Length > 300 ? text[..300] : text;
    }
}
