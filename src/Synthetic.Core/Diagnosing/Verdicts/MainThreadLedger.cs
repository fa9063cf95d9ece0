using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Adds a step's long frames up by who ran in them.</summary>
internal static class MainThreadLedger
{
    /// <summary>The most lines of a step.</summary>
    private const int Most = 20;

    /// <summary>An answer runs so soon after its request has ended, in milliseconds.</summary>
    private const double Adjacent = 50;

    /// <summary>Instants that should be the same differ by up to this, in milliseconds.</summary>
    private const double Slack = 1;

    public static IReadOnlyList<MainThreadEntry> Of(StepFacts step) =>
    [
        .. step.LongFrames
            .SelectMany(f => Lines(f.Frame, f.Offset, step))
            .GroupBy(line => (line.Url, line.Function, line.Invoker, line.RequestId))
            .Select(Sum)
            .Where(line => line.Ms >= 0.1)
            .OrderByDescending(line => line.Ms)
            .ThenBy(line => line.Url, StringComparer.Ordinal).ThenBy(line => line.Function, StringComparer.Ordinal).ThenBy(line => line.Invoker, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static IEnumerable<MainThreadEntry> Lines(LongFrame frame, double offset, StepFacts step)
    {
        var scripted = frame.Scripts.Sum(s => s.Duration);
        foreach (var script in frame.Scripts)
        {
            var work = MainThread.Work.Of(script, frame, offset);
            yield return new MainThreadEntry
            {
                Url = Named(script.Url),
                Function = Named(script.Function),
                Invoker = Named(script.Invoker),
                RequestId = work.AnswersRequest ? AnsweredBy(work, step.Run) : null,
                Ms = Math.Max(0, script.Duration - script.Pause),
                ForcedLayoutMs = script.ForcedLayout,
                // A frame blocks as a whole: each script bears its part, for standing still too.
                BlockingMs = scripted > 0 ? frame.BlockingDuration * script.Duration / scripted : 0,
            };
        }
        if (frame.RenderStart > 0)
            yield return new MainThreadEntry { Ms = Math.Max(0, frame.Start + frame.Duration - frame.RenderStart) };
    }

    private static int? AnsweredBy(MainThread.Work work, RunFacts run) =>
        run.Ended.LastBefore(work.Start + Slack, work.Start - Adjacent)?.Id;

    private static MainThreadEntry Sum(IGrouping<(string?, string?, string?, int?), MainThreadEntry> lines) => lines.First() with
    {
        Count = lines.Count(),
        Ms = Milliseconds.Round(lines.Sum(line => line.Ms)),
        ForcedLayoutMs = Milliseconds.Round(lines.Sum(line => line.ForcedLayoutMs)),
        BlockingMs = Milliseconds.Round(lines.Sum(line => line.BlockingMs)),
    };

    private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
