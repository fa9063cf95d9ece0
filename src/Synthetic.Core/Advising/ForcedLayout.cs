using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>Scripts that read sizes right after they changed the page, so that layout had to be done in the middle of them.</summary>
internal static class ForcedLayout
{
    private const string Kind = "forced-layout";

    public static IEnumerable<Finding> In(AdvisedWindow window)
    {
        var (delays, scripts) = (window.Of(SegmentKind.InputDelay), window.Of(SegmentKind.Script));
        foreach (var work in window.MainThread.Scripts.In(window.Begin, window.Begin + window.Ms).Where(w => window.IsWorth(w.Timing.ForcedLayout)))
        {
            var inside = delays.In(work.Start, work.End) + scripts.In(work.Start, work.End);
            // The browser does not say when in the script it was: what lies outside of the window may all have been layout.
            var outside = work.End - work.Start - Math.Max(0, Math.Min(work.End, window.Begin + window.Ms) - Math.Max(work.Start, window.Begin));
            var ms = Math.Min(inside, work.Timing.ForcedLayout - outside);
            if (!window.IsWorth(ms))
                continue;
            yield return new Finding(
                Kind,
                $"{work.Timing.Invoker}\n{work.Timing.Function}\n{work.Timing.Url}",
                $"Read sizes and positions before changing the page in {ScriptName.Of(work.Timing)}: it forced {Wording.Ms(work.Timing.ForcedLayout)} "
                    + $"of style and layout in the middle of its {Wording.Ms(work.End - work.Start)}, {window.Part(ms)}",
                window.Saving(ms));
        }
    }
}
