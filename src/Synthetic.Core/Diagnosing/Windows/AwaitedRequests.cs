using Synthetic.Core.Basics;
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
    private readonly LatestTree _starts;
    private readonly Request[] _links;
    private readonly LatestTree _linkStarts;
    private readonly FirstBytes _streams;
    private readonly FirstBytes _pages;
    private readonly IntervalIndex<Request> _byHeaders;

    public AwaitedRequests(IReadOnlyCollection<Request> requests)
    {
        _links = [.. requests.Where(r => r is { Initiator: "link", DocumentId: not null } && r.End > r.Start).OrderBy(r => r.End)];
        _linkStarts = new LatestTree([.. _links.Select(r => -r.Start)]);
        // Of a page that is still coming only the begin is known; of other requests the browser tells when they have ended.
        Request[] pages = [.. requests.Where(r => IsPage(r) && r is { DocumentId: not null, FirstByte: not null })];
        _pages = new FirstBytes(pages);
        _streams = new FirstBytes([.. pages, .. requests.Where(r => r is { Initiator: "fetch" or "xmlhttprequest", DocumentId: not null, FirstByte: not null } && r.End > r.Start)]);
        _byEnd = [.. Among(requests)
            .Select(r => (Request: r, End: r.End!.Value - (r.DocumentId is null ? Tolerances.NetworkLateness : 0)))
            .OrderBy(r => r.End)];
        _starts = new LatestTree([.. _byEnd.Select(r => r.Request.Start)]);
        _byHeaders = new IntervalIndex<Request>(
            _byEnd.Select(a => a.Request).Where(r => r is { Initiator: "fetch", DocumentId: not null, FirstByte: not null }),
            r => r.FirstByte!.Value,
            r => r.End!.Value);
    }

    /// <summary>Those that a page may have waited for.</summary>
    public static IEnumerable<Request> Among(IEnumerable<Request> requests) =>
        requests.Where(r => r.End > r.Start && !NotWaitedFor.Contains(r.Initiator) && (r.Initiator != "link" || r.RenderBlocking));

    public int Count => _byEnd.Length;

    /// <summary>When the request at a place ended, at the earliest.</summary>
    public double EndOf(int place) => _byEnd[place].End;

    /// <summary>The place of the last of the first <paramref name="count"/> that ended by an instant; -1 for none.</summary>
    public int LastEnded(int count, double instant) => EndedUpTo(count, instant + Tolerances.RequestClock) - 1;

    /// <summary>
    /// The request of those that ended at once with the one at a place. Which of several was waited for cannot be told; most likely
    /// the one that was asked for last. What only the network saw is placed late: it must have ended by the instant.
    /// </summary>
    public Request EndedBy(double instant, int place)
    {
        var asked = _starts.Latest(EndedUpTo(place, _byEnd[place].End - Tolerances.EndedAtOnce), place + 1);
        var chosen = _byEnd[_starts.LastReaching(place + 1, asked)].Request;
        return chosen.DocumentId is null && chosen.End > instant ? chosen.Earlier(chosen.End.Value - instant) : chosen;
    }

    /// <summary>The request whose headers just came, where that was all that was waited for: its body is still on its way.</summary>
    public Request? WithHeadersBefore(double instant, double after)
    {
        // The latest headers: of those whose body was still to come, they are what things went on from.
        var answered = _byHeaders.LastBefore(instant, Math.BitIncrement(instant + Tolerances.RequestClock));
        return answered?.FirstByte > Math.Max(after, instant - Tolerances.HeadersBefore) ? answered with { End = instant } : null;
    }

    /// <summary>
    /// The request of which a part was enough: its first byte came later than the end of any other, and the rest is still on its way. A page that
    /// comes in pieces shows each as it comes: it has waited for the page itself if nothing else ended just before.
    /// </summary>
    public Request? WithFirstByteBefore(double instant, double after, double begin, bool onlyPages)
    {
        var streamed = (onlyPages ? _pages : _streams).Last(instant);
        if (!(streamed?.FirstByte > after))
            streamed = after < instant - Tolerances.Adjacent && _pages.Last(instant) is { } page && page.FirstByte > begin ? page : null;
        return streamed is null ? null : Cut(streamed, instant);
    }

    /// <summary>How many of the first <paramref name="count"/> ended by an instant.</summary>
    private int EndedUpTo(int count, double instant) => Ascending.UpTo(count, EndOf, instant);

    private static bool IsPage(Request request) => request.Initiator is "navigation" or "iframe";

    /// <summary>A request whose answer had only come in part by then. One that was broken off later does not say how much of it ever came.</summary>
    public static Request Cut(Request request, double instant) => request with { End = instant, Bytes = request.Bytes ?? 0 };

    /// <summary>
    /// A style sheet that a script put in and waited for. Most are not waited for; this one came just now and nothing else did.
    /// The browser reports it with the frame after it.
    /// </summary>
    public Request? StyleSheetBefore(double instant, double after)
    {
        if (instant - after <= Tolerances.Frame)
            return null;
        var place = _linkStarts.LastReaching(Ascending.UpTo(_links.Length, i => _links[i].End!.Value, instant + Tolerances.RequestClock), Math.BitIncrement(-instant));
        return place >= 0 && _links[place].End > instant - Tolerances.Frame ? _links[place] : null;
    }
}
