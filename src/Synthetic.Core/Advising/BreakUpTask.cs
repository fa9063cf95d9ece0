using Synthetic.Core.Diagnosing;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>Scripts that kept an input, or the paint after it, waiting for longer than one task should.</summary>
internal static class BreakUpTask
{
    private const string Kind = "break-up-task";

    /// <remarks>Only INP: work cut into pieces ends no earlier, it only lets the next paint go first.</remarks>
    public static IEnumerable<Finding> In(AdvisedWindow window)
    {
        if (!window.IsInp)
            yield break;
        var named = false;
        var (delays, scripts) = (window.Of(SegmentKind.InputDelay), window.Of(SegmentKind.Script));
        foreach (var work in window.MainThread.Scripts.In(window.Begin, window.Begin + window.Ms).Where(w => w.End - w.Start > Tolerances.LongTask))
        {
            var delay = delays.In(work.Start, work.End);
            var ms = delay + scripts.In(work.Start, work.End);
            named |= ms > 0;
            if (!window.IsWorth(ms - Tolerances.LongTask))
                continue;
            var name = ScriptName.Of(work.Timing);
            yield return new Finding(
                Kind,
                $"{work.Timing.Invoker}\n{work.Timing.Function}\n{work.Timing.Url}",
                delay > ms / 2 ? Delay(window, name, ms, work.End - work.Start) : Processing(window, name, ms),
                window.Saving(ms - Tolerances.LongTask));
        }
        if (!named && Handlers(window) is { } handlers)
            yield return handlers;
    }

    private static string Delay(AdvisedWindow window, string name, double ms, double all) =>
        $"Break up {name} into tasks of {Wording.Ms(Tolerances.LongTask)} at most: it ran for {Wording.Ms(all)} in one go, and {window.Input} had to wait for it, {window.Part(ms)}";

    private static string Processing(AdvisedWindow window, string name, double ms) =>
        $"Break up {name}, so that the page can paint after the first {Wording.Ms(Tolerances.LongTask)}: it kept the main thread for {window.Part(ms)} in one go";

    /// <summary>Where a page went away with its long frames, the browser still says when the handlers began and returned.</summary>
    private static Finding? Handlers(AdvisedWindow window)
    {
        var handlers = window.Interaction.Handlers;
        var ms = window.Timeline.Where(s => s.Kind == SegmentKind.Script && s.Detail == handlers.Detail && s.Url is null).Sum(s => s.Ms);
        return !window.IsWorth(ms - Tolerances.LongTask) ? null : new Finding(
            Kind, handlers.Detail!, Processing(window, $"the handlers of {window.Input}", ms), window.Saving(ms - Tolerances.LongTask));
    }
}
