using System.Globalization;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Names the timer that a page waited for, where a chain of causes has one that fits.</summary>
internal static class TimerWait
{
    /// <summary>The wait; <c>null</c> where no timer of the chain fits it.</summary>
    /// <param name="causes">From the result's change back to the input.</param>
    /// <param name="ms">How long nothing ran.</param>
    public static Segment? Of(IReadOnlyList<CauseLink> causes, double ms)
    {
        var place = Enumerable.Range(0, causes.Count)
            .Where(i => causes[i] is { Kind: CauseLink.Timer, DelayMs: { } delay } && Tolerances.MayBeTimer(delay * causes[i].Count, ms))
            .Cast<int?>()
            .MinBy(i => Math.Abs(causes[i!.Value].DelayMs!.Value * causes[i.Value].Count - ms));
        return place is not { } at ? null : new Segment { Kind = SegmentKind.Idle, Detail = Detail(causes, at) };
    }

    private static string Detail(IReadOnlyList<CauseLink> causes, int at)
    {
        var timer = string.Create(CultureInfo.InvariantCulture, $"a timer of {causes[at].DelayMs:0.#} ms");
        if (causes[at].Count > 1)
            timer = $"{causes[at].Count} times {timer}";
        var after = causes.Take(at).LastOrDefault(link => link.Kind == CauseLink.Request);
        var before = causes.Skip(at).FirstOrDefault(link => link.Kind == CauseLink.Request);
        return after is not null && before is not null && (after.Method, after.Url) == (before.Method, before.Url)
            ? $"{timer}, before the page asked {after.Method} {WebAddress.PathOf(after.Url!)} again"
            : $"{timer}, which the page had set";
    }
}
