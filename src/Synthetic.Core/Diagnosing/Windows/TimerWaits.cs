using System.Globalization;
using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The timers of a chain of causes, laid over the times of the measured run: whatever ran meanwhile, the result waited for them.</summary>
internal static class TimerWaits
{
    /// <summary>Where they were, in order.</summary>
    /// <param name="response">A response whose causes are known.</param>
    public static IEnumerable<Stretch> Of(Response response)
    {
        if (response.Causes is not { } causes)
            yield break;
        // From the input on: each timer was set so long after what led to it as it was in the instrumented run.
        var cursor = response.Interaction.Begin;
        var requests = response.Path.Select(step => step.Request).Reverse().ToArray();
        for (var i = causes.Count - 2; i >= 0; i--)
        {
            var (link, before) = (causes[i], causes[i + 1]);
            if (link is { Kind: CauseLink.Timer, DelayMs: { } delay and >= 0 })
            {
                var set = cursor + Math.Max(0, (link.SetMs ?? before.AtMs) - before.AtMs);
                // In this run it may have been shorter, as with delays left to chance: it was over when what it led to was sent.
                var sent = requests.Where(r => r.Start > set).Select(r => r.Start).DefaultIfEmpty(double.PositiveInfinity).First();
                var due = Math.Min(set + (delay * link.Count), sent);
                if (due - set >= Tolerances.LongTask)
                    yield return new Stretch(set, due, new Segment { Kind = SegmentKind.Idle, Detail = Detail(causes, i) });
                cursor = due;
            }
            else if (link.Kind == CauseLink.Request)
            {
                var ended = requests.Where(r => r.Method == link.Method && r.End > cursor).Select(r => r.End).FirstOrDefault();
                cursor = Math.Max(cursor, ended ?? cursor);
            }
            else if (link.Kind == CauseLink.Message && response.Message is { } message)
            {
                cursor = Math.Max(cursor, message.ReceivedMs);
            }
        }
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
