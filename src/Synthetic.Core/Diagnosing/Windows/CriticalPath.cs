using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>
/// The requests that a result waited for, one after another. Found backwards from its paint: the script just before it,
/// the request that ended just before that script, the script that began that request, and so on. What was merely in
/// flight at the same time is not on the path.
/// </summary>
internal sealed class CriticalPath
{
    /// <summary>A script that ended within this before something may have led to it: a frame and a bit, in milliseconds.</summary>
    private const double Adjacent = 50;

    /// <summary>Instants of different clocks and roundings are the same within this, in milliseconds.</summary>
    private const double Slack = 1.5;

    /// <summary>The change is noted as its script ends, in milliseconds of the browser's rounding.</summary>
    private const double SameScript = 0.2;

    /// <summary>What waits for headers goes on within this after them, in milliseconds.</summary>
    private const double JustCame = 8;

    /// <summary>A style sheet is told of with the frame after it, in milliseconds.</summary>
    private const double AFrame = 16;

    /// <summary>Answers this close together come at once, in milliseconds.</summary>
    private const double AtOnce = 1;

    /// <summary>How much later than the truth the network's instants may be placed, in milliseconds: the driver hears of requests in bursts.</summary>
    private const double NetworkSlack = 60;

    /// <summary>What a page asks for without waiting for it, as pages and as the network name it.</summary>
    private static readonly HashSet<string> Unawaited = new(StringComparer.Ordinal)
    {
        "beacon", "ping", "css", "img", "image", "font", "other", "video", "audio", "track", "media", "texttrack", "manifest", "icon",
    };

    private readonly (Request Request, double End)[] _awaited;
    private readonly Request[] _links;
    private readonly ILookup<string, Request> _byUrl;
    private readonly IntervalIndex<Request> _answers;
    private readonly MainThread _mainThread;

    /// <param name="requests">All requests of the run.</param>
    /// <param name="mainThread">The work of all documents: the result may be another one's.</param>
    public CriticalPath(IReadOnlyCollection<Request> requests, MainThread mainThread)
    {
        _mainThread = mainThread;
        _byUrl = requests.Where(r => r.End > r.Start).ToLookup(r => WebAddress.WithoutFragment(r.Url));
        _links = [.. requests.Where(r => r is { Initiator: "link", DocumentId: not null } && r.End > r.Start).OrderBy(r => r.End)];
        _awaited = [.. requests
            .Where(r => r.End > r.Start && Awaited(r))
            .Select(r => (Request: r, End: r.End!.Value - (r.DocumentId is null ? NetworkSlack : 0)))
            .OrderBy(r => r.End)];
        _answers = new IntervalIndex<Request>(
            _awaited.Select(a => a.Request).Where(r => r is { Initiator: "fetch", DocumentId: not null, FirstByte: not null }),
            r => r.FirstByte!.Value,
            r => r.FirstByte!.Value);
    }

    /// <summary>The path's requests, latest first.</summary>
    /// <param name="begin">When the window begins.</param>
    /// <param name="end">How the result came to be on the screen.</param>
    public IReadOnlyList<Request> Of(double begin, ResultPaint end)
    {
        var path = new List<Request>();
        var cursor = end.Changed ?? end.Instant;
        if (end.Image is { } image && _byUrl[WebAddress.WithoutFragment(image)].LastOrDefault(r => r.End > begin && r.End <= cursor + Slack) is { } shown)
        {
            path.Add(shown);
            cursor = Math.Min(cursor, shown.Start);
        }
        var latest = LastEnded(_awaited.Length, cursor);
        while (cursor > begin)
        {
            cursor = BeforeScripts(cursor, begin, end, ref latest);
            var ended = latest < 0 ? null : EndedBy(cursor, OfThoseEndingWith(latest));
            var after = ended?.End ?? begin;
            var next = Answered(cursor, after) ?? Streamed(cursor, after, path) ?? Loaded(cursor, after) ?? ended;
            if (next is null || next.End <= begin)
                break;
            path.Add(next);
            cursor = Math.Min(cursor, next.Start);
            latest = LastEnded(ReferenceEquals(next, ended) ? latest : latest + 1, cursor);
        }
        return path;
    }

    /// <summary>Which of several that ended at once was waited for nobody can tell; most likely the one that was asked for last.</summary>
    private Request OfThoseEndingWith(int latest)
    {
        var chosen = _awaited[latest].Request;
        for (var i = latest - 1; i >= 0 && _awaited[i].End > _awaited[latest].End - AtOnce; i--)
        {
            if (_awaited[i].Request.Start > chosen.Start)
                chosen = _awaited[i].Request;
        }
        return chosen;
    }

    /// <summary>What only the network saw is placed late: it must have been over when what waited for it went on.</summary>
    private static Request EndedBy(double instant, Request request) =>
        request.DocumentId is null && request.End > instant ? request.Earlier(request.End.Value - instant) : request;

    /// <summary>The request whose headers just came, where that was all that was waited for: its body is still on its way.</summary>
    private Request? Answered(double instant, double after)
    {
        // The latest headers first: of those whose body was still to come, they are what things went on from.
        return _answers.LastsBefore(instant)
            .TakeWhile(r => r.FirstByte > Math.Max(after, instant - JustCame))
            .FirstOrDefault(r => r.End > instant + Slack && r.Start < instant) is { } answered ? answered with { End = instant } : null;
    }

    /// <summary>
    /// The request of which a part was enough: its first byte came later than the end of any other, and the rest is still on
    /// its way. Only of the result itself: a body that is left unread looks the same within a chain.
    /// </summary>
    private Request? Streamed(double instant, double after, List<Request> path) => path.Count > 0 ? null : _awaited
        .Select(a => a.Request)
        .Where(r => r is { Initiator: "fetch" or "xmlhttprequest" or "navigation" or "iframe", DocumentId: not null } && r.End > instant + Slack
            && r.FirstByte > after && r.FirstByte <= instant + Slack && r.Start < instant)
        .MaxBy(r => r.FirstByte) is { } streamed ? streamed with { End = instant } : null;

    /// <summary>A style sheet that a script put in and waited for: nobody waits for most of them, but it came just now and nothing else did.</summary>
    private Request? Loaded(double instant, double after) => instant - after <= AFrame ? null : _links
        .LastOrDefault(r => r.End > instant - AFrame && r.End <= instant + Slack && r.Start < instant);

    private static bool Awaited(Request request) =>
        !Unawaited.Contains(request.Initiator) && (request.Initiator != "link" || request.RenderBlocking);

    /// <summary>Where the scripts that run up to here began: what ended while they ran can't have been waited for.</summary>
    private double BeforeScripts(double cursor, double begin, ResultPaint end, ref int latest)
    {
        MainThread.Work? later = null;
        while (_mainThread.Busy.LastBefore(cursor, cursor - Adjacent) is { } script && script.Start > begin)
        {
            var over = Over(script, later, cursor, end);
            if (latest >= 0 && _awaited[latest].End >= over)
                break;
            later = script;
            cursor = script.Start;
            latest = LastEnded(latest + 1, cursor);
        }
        return cursor;
    }

    /// <summary>
    /// From when on the end of a request counts for more than a script: it may have brought what follows just as well, and
    /// did so more lately.
    /// </summary>
    private static double Over(MainThread.Work script, MainThread.Work? later, double cursor, ResultPaint end)
    {
        // What ended while the script of the change ran came too late for it; what ended while another ran had its turn next.
        if (end.Changed is { } changed && cursor >= changed)
            return script.End > changed - SameScript ? double.PositiveInfinity : script.Start;
        // What follows the window is its paint: before that, a request must have missed this script's own frame.
        if (cursor >= end.Instant)
            return script.FrameEnd;
        return later is { AnswersRequest: true } ? script.Start : script.End;
    }

    /// <summary>The last of the first <paramref name="count"/> that ended by an instant; -1 for none.</summary>
    private int LastEnded(int count, double instant)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_awaited[middle].End <= instant + Slack)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
