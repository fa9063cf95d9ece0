using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Advising;

/// <summary>Identical requests, asked again while nothing was written in between.</summary>
internal static class Memoize
{
    private const string Kind = "memoize";

    /// <param name="window">The window.</param>
    /// <param name="history">All of the run: the first may have been sent in another step.</param>
    public static IEnumerable<Finding> In(AdvisedWindow window, RequestHistory history)
    {
        foreach (var same in window.Path.Where(w => MayBeKept(w.Request)).GroupBy(w => RequestHistory.KeyOf(w.Request)))
        {
            var repeats = same.Select(w => Repeat.Of(w, window, history)).OfType<Repeat>().ToArray();
            var saving = repeats.Sum(r => r.Ms);
            if (!window.IsWorth(saving))
                continue;
            yield return new Finding(
                Kind,
                $"{same.Key.Method} {same.Key.Url}",
                Text(window, repeats, saving),
                window.Saving(saving))
            {
                RequestIds = [.. repeats.Select(r => r.Request.Id)],
            };
        }
    }

    private static string Text(AdvisedWindow window, Repeat[] repeats, double saving)
    {
        var name = Wording.Named(repeats[0].Request);
        // A page's own memory goes away with the page; the browser's cache does not.
        var keep = repeats.Any(r => r.Request.DocumentId != r.First.DocumentId)
            ? $"Let the browser keep the answer of {name} (Cache-Control)"
            : $"Keep the answer of {name} instead of asking again";
        return $"{keep}, if it can't have changed: it had been asked for already, and the page wrote nothing to its host since; "
            + $"{(repeats.Length == 1 ? "the repeat" : $"the {repeats.Length} repeats")} took {window.Part(saving)}";
    }

    /// <summary>What browsers load by themselves is a matter for their cache, and pages are opened again on purpose.</summary>
    private static bool MayBeKept(Request request) =>
        RequestMethods.OnlyRetrieve(request.Method) && request.Initiator is "fetch" or "xmlhttprequest" && RequestHistory.IsAnswered(request);

    /// <summary>One that need not have been sent.</summary>
    /// <param name="Request">It.</param>
    /// <param name="First">The one that had brought the answer.</param>
    /// <param name="Ms">What it took of the window after that answer was there.</param>
    private sealed record Repeat(Request Request, Request First, double Ms)
    {
        public static Repeat? Of(Waited waited, AdvisedWindow window, RequestHistory history)
        {
            var request = waited.Request;
            if (history.SameAs(request).Between(history.WrittenBefore(request), request.Start) is not var (first, last, answered) || IsPoll(last, request, window))
                return null;
            var ms = window.TimeIn(answered, double.PositiveInfinity, waited.Segments);
            return ms > 0 ? new Repeat(request, first, ms) : null;
        }

        /// <summary>A page that waits before it asks again expects another answer.</summary>
        private static bool IsPoll(Request earlier, Request later, AdvisedWindow window) =>
            earlier.End is { } end && window.Idle.In(end, later.Start) > 0;
    }
}
