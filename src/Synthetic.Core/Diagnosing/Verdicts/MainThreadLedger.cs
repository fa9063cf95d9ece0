using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Adds up, for a step, who ran in its long frames.</summary>
/// <param name="requests">All requests of the run.</param>
internal sealed class MainThreadLedger(IReadOnlyList<Request> requests)
{
    /// <summary>The most lines of a step.</summary>
    private const int Most = 20;

    /// <summary>Those that ended, by end; of several that ended at once, the first sent comes last.</summary>
    private readonly IntervalIndex<Request> _ended = new(requests.Where(r => r.End is not null).Reverse(), r => r.End!.Value, r => r.End!.Value);

    /// <summary>Who ran in a step's long frames, the longest first.</summary>
    /// <param name="frames">The frames, with the offset of their documents.</param>
    public IReadOnlyList<MainThreadEntry> Of(IReadOnlyList<(LongFrame Frame, double Offset)> frames) =>
    [
        .. frames
            .SelectMany(f => Lines(f.Frame, f.Offset))
            .GroupBy(line => (line.Url, line.Function, line.Invoker, line.RequestId))
            .Select(Sum)
            .Where(line => line.Ms >= 0.1)
            .OrderByDescending(line => line.Ms)
            .ThenBy(line => line.Url, StringComparer.Ordinal).ThenBy(line => line.Function, StringComparer.Ordinal).ThenBy(line => line.Invoker, StringComparer.Ordinal)
            .Take(Most),
    ];

    private IEnumerable<MainThreadEntry> Lines(LongFrame frame, double offset)
    {
        var scripted = frame.Scripts.Sum(s => s.Duration);
        foreach (var script in frame.Scripts)
        {
            var work = ScriptWork.Of(script, frame, offset);
            yield return new MainThreadEntry
            {
                Url = Named(script.Url),
                Function = Named(script.Function),
                Invoker = Named(script.Invoker),
                RequestId = work.AnswersRequest ? AnsweredBy(work) : null,
                Ms = Math.Max(0, script.Duration - script.Pause),
                ForcedLayoutMs = script.ForcedLayout,
                // Only the whole frame's blocking time is known: it is divided among its scripts by their durations, pauses included.
                BlockingMs = scripted > 0 ? frame.BlockingDuration * script.Duration / scripted : 0,
            };
        }
        if (frame.RenderStart > 0)
            yield return new MainThreadEntry { Ms = Math.Max(0, frame.Start + frame.Duration - frame.RenderStart) };
    }

    private int? AnsweredBy(ScriptWork work) =>
        _ended.LastBefore(work.Start + Tolerances.ScriptClock, work.Start - Tolerances.Adjacent)?.Id;

    private static MainThreadEntry Sum(IGrouping<(string?, string?, string?, int?), MainThreadEntry> lines) => lines.First() with
    {
        Count = lines.Count(),
        Ms = Milliseconds.Round(lines.Sum(line => line.Ms)),
        ForcedLayoutMs = Milliseconds.Round(lines.Sum(line => line.ForcedLayoutMs)),
        BlockingMs = Milliseconds.Round(lines.Sum(line => line.BlockingMs)),
    };

    private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
