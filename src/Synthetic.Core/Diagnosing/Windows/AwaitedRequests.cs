using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The requests that something can have waited for, by when they brought it.</summary>
internal sealed class AwaitedRequests
{
    /// <summary>What a page asks for without waiting for it, as pages and as the network name it.</summary>
    private static readonly HashSet<string> NotWaitedFor = new(StringComparer.Ordinal)
    {
        "beacon", "ping", "css", "img", "image", "font", "other", "video", "audio", "track", "media", "texttrack", "manifest", "icon",
    };

    private readonly (Request Request, double End)[] _byEnd;
    private readonly Request[] _links;
    private readonly Request[] _streams;
    private readonly Request[] _pages;
    private readonly IntervalIndex<Request> _byHeaders;

    public AwaitedRequests(IReadOnlyCollection<Request> requests)
    {
        _links = [.. requests.Where(r => r is { Initiator: "link", DocumentId: not null } && r.End > r.Start).OrderBy(r => r.End)];
        // Of a page that is still coming only the begin is known; of other requests the browser tells when they have ended.
        _pages = [.. requests.Where(r => IsPage(r) && r is { DocumentId: not null, FirstByte: not null })];
        _streams = [.. _pages, .. requests.Where(r => r is { Initiator: "fetch" or "xmlhttprequest", DocumentId: not null, FirstByte: not null } && r.End > r.Start)];
        _byEnd = [.. Among(requests)
            .Select(r => (Request: r, End: r.End!.Value - (r.DocumentId is null ? Tolerances.NetworkLateness : 0)))
            .OrderBy(r => r.End)];
        _byHeaders = new IntervalIndex<Request>(
            _byEnd.Select(a => a.Request).Where(r => r is { Initiator: "fetch", DocumentId: not null, FirstByte: not null }),
            r => r.FirstByte!.Value,
            r => r.FirstByte!.Value);
    }

    /// <summary>Those that a page may have waited for.</summary>
    public static IEnumerable<Request> Among(IEnumerable<Request> requests) =>
        requests.Where(r => r.End > r.Start && !NotWaitedFor.Contains(r.Initiator) && (r.Initiator != "link" || r.RenderBlocking));

    public int Count => _byEnd.Length;

    /// <summary>When the request at a place ended, at the earliest.</summary>
    public double EndOf(int place) => _byEnd[place].End;

    /// <summary>The place of the last of the first <paramref name="count"/> that ended by an instant; -1 for none.</summary>
    public int LastEnded(int count, double instant)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_byEnd[middle].End <= instant + Tolerances.RequestClock)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    /// <summary>
    /// The request of those that ended at once with the one at a place. Which of several was waited for cannot be told; most likely
    /// the one that was asked for last. What only the network saw is placed late: it must have ended by the instant.
    /// </summary>
    public Request EndedBy(double instant, int place)
    {
        var chosen = _byEnd[place].Request;
        for (var i = place - 1; i >= 0 && _byEnd[i].End > _byEnd[place].End - Tolerances.EndedAtOnce; i--)
        {
            if (_byEnd[i].Request.Start > chosen.Start)
                chosen = _byEnd[i].Request;
        }
        return chosen.DocumentId is null && chosen.End > instant ? chosen.Earlier(chosen.End.Value - instant) : chosen;
    }

    /// <summary>The request whose headers just came, where that was all that was waited for: its body is still on its way.</summary>
    public Request? WithHeadersBefore(double instant, double after)
    {
        // The latest headers first: of those whose body was still to come, they are what things went on from.
        return _byHeaders.LastsBefore(instant)
            .TakeWhile(r => r.FirstByte > Math.Max(after, instant - Tolerances.HeadersBefore))
            .FirstOrDefault(r => r.End > instant + Tolerances.RequestClock && r.Start < instant) is { } answered ? answered with { End = instant } : null;
    }

    /// <summary>
    /// The request of which a part was enough: its first byte came later than the end of any other, and the rest is still on its way. A page that
    /// comes in pieces shows each as it comes: it has waited for the page itself if nothing else ended just before.
    /// </summary>
    public Request? WithFirstByteBefore(double instant, double after, double begin, bool onlyPages) => (onlyPages ? _pages : _streams)
        .Where(r => !(r.End <= instant + Tolerances.RequestClock) && (r.FirstByte > after || (IsPage(r) && r.FirstByte > begin && after < instant - Tolerances.Adjacent))
            && r.FirstByte <= instant + Tolerances.RequestClock && r.Start < instant)
        .MaxBy(r => r.FirstByte) is { } streamed ? Cut(streamed, instant) : null;

    private static bool IsPage(Request request) => request.Initiator is "navigation" or "iframe";

    /// <summary>A request whose answer had only come in part by then. One that was broken off later does not say how much of it ever came.</summary>
    public static Request Cut(Request request, double instant) => request with { End = instant, Bytes = request.Bytes ?? 0 };

    /// <summary>
    /// A style sheet that a script put in and waited for. Most are not waited for; this one came just now and nothing else did.
    /// The browser reports it with the frame after it.
    /// </summary>
    public Request? StyleSheetBefore(double instant, double after) => instant - after <= Tolerances.Frame ? null : _links
        .LastOrDefault(r => r.End > instant - Tolerances.Frame && r.End <= instant + Tolerances.RequestClock && r.Start < instant);
}
