using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>
/// What a result waited for, by the chain of causes that an instrumented run found: the chain says which requests, this run's own evidence
/// says when they were.
/// </summary>
/// <param name="requests">All requests of the run.</param>
/// <param name="answers">What whoever sent a message asked for: that is out of the chain's sight.</param>
/// <param name="most">Over how many rounds of a poll it goes back.</param>
internal sealed class CausalPath(IReadOnlyCollection<Request> requests, AnswerPaths answers, int most)
{
    private readonly Dictionary<(string Method, string Url), Request[]> _same = ByStart(requests, WebAddress.WithoutFragment);
    private readonly Dictionary<(string Method, string Url), Request[]> _alike = ByStart(requests, WithoutQuery);

    /// <summary>The response; <c>null</c> where this run did not go the way that the chain did.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="paint">The paint that showed its result.</param>
    /// <param name="causes">From the change back to the input.</param>
    public Response? Of(Interaction interaction, ResultPaint paint, IReadOnlyList<CauseLink> causes)
    {
        if (causes is not [.., { Kind: CauseLink.Input }])
            return null;
        var cursor = paint.Changed ?? paint.Instant;
        var path = new List<PathStep>();
        MessageEvidence? message = null;
        CauseLink[] asked = [.. causes.Where(link => link.Kind == CauseLink.Request)];
        foreach (var (link, follower) in causes.Zip(causes.Prepend(null)))
        {
            IReadOnlyList<PathStep> found = [];
            if (link.Kind == CauseLink.Message)
            {
                // When a message came in this run is known of the last one only.
                if (message is not null || path.Count > 0 || paint.Message is not { } brought || brought.Transport != link.Method)
                    return null;
                message = brought;
                found = answers.Of(brought, interaction, paint);
                cursor = brought.SentMs ?? cursor;
            }
            else if (link.Kind == CauseLink.Request && !IsRound(asked, link, -1))
            {
                found = [.. Find(link, interaction.Begin, cursor, IsRound(asked, link, 1))
                    .Select(r => new PathStep(r.End <= cursor ? r : AwaitedRequests.Cut(r, cursor), PathReasons.Cause(follower)))];
                if (found.Count == 0)
                    return null;
            }
            path.AddRange(found);
            cursor = found.Count > 0 ? Math.Min(cursor, found[^1].Request.Start) : cursor;
        }
        return new Response(interaction, paint, path, message) { Causes = causes };
    }

    /// <summary>Whether the chain's request before a link (-1), or after it (1), asked for the same: it is a round of a poll or a retry. What is sent to one address to be done differs by its body.</summary>
    private static bool IsRound(CauseLink[] asked, CauseLink link, int step) =>
        RequestMethods.OnlyRead(link.Method ?? "") && asked.ElementAtOrDefault(Array.FindIndex(asked, other => ReferenceEquals(other, link)) + step) is { } other && (other.Method, other.Url) == (link.Method, link.Url);

    /// <summary>
    /// The request of this run, the latest first where there are several: how often a page asks again until something is done differs
    /// between runs, and all rounds were waited for.
    /// </summary>
    private IEnumerable<Request> Find(CauseLink link, double begin, double cursor, bool again)
    {
        var url = WebAddress.WithoutFragment(link.Url ?? "");
        var same = Since(_same.GetValueOrDefault((link.Method ?? "", url)), begin, cursor);
        // A query may hold the time, or a number that is another one in each run.
        if (same is [] && Since(_alike.GetValueOrDefault((link.Method ?? "", WithoutQuery(url))), begin, cursor) is [var first, ..] only && only.All(r => r.Url == first.Url))
            same = only;
        if (again)
            return same.Where(r => r.End <= cursor + Tolerances.RequestClock).Reverse().Take(most);
        var request = same.ElementAtOrDefault((link.Nth ?? 1) - 1);
        // A redirect has hops that the page does not see.
        return request is null or { Status: >= 300 and < 400 } || !HadAnswered(request, cursor) ? [] : [request];
    }

    /// <summary>Whether what came next can have gone on from it: of two that race, another one may have won this time.</summary>
    private static bool HadAnswered(Request request, double cursor) =>
        Math.Min(request.FirstByte ?? double.PositiveInfinity, request.End ?? double.PositiveInfinity)
            <= cursor + (request.DocumentId is null ? Tolerances.NetworkLateness : Tolerances.RequestClock);

    /// <summary>Those sent from an input on, and before an instant.</summary>
    private static ArraySegment<Request> Since(Request[]? byStart, double begin, double cursor)
    {
        if (byStart is null)
            return [];
        var from = Ascending.Before(byStart.Length, i => byStart[i].Start, begin - Tolerances.RequestClock);
        return new ArraySegment<Request>(byStart, from, Math.Max(0, Ascending.Before(byStart.Length, i => byStart[i].Start, cursor) - from));
    }

    private static Dictionary<(string Method, string Url), Request[]> ByStart(IEnumerable<Request> requests, Func<string, string> url) =>
        requests.OrderBy(r => r.Start).GroupBy(r => (r.Method, url(r.Url))).ToDictionary(same => same.Key, same => same.ToArray());

    private static string WithoutQuery(string url) => WebAddress.WithoutFragment(url).Split('?', 2)[0];
}
