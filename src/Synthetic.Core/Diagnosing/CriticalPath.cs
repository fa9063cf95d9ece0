namespace Synthetic.Core.Diagnosing;

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

    /// <summary>How much later than the truth the network's instants may be placed, in milliseconds: the driver hears of requests in bursts.</summary>
    private const double NetworkSlack = 60;

    /// <summary>What a page asks for without waiting for it, as pages and as the network name it.</summary>
    private static readonly HashSet<string> Unawaited = new(StringComparer.Ordinal)
    {
        "beacon", "ping", "css", "img", "image", "font", "other", "video", "audio", "track", "media", "texttrack", "manifest", "icon",
    };

    private readonly (Request Request, double End)[] _awaited;
    private readonly ILookup<string, Request> _byUrl;
    private readonly MainThread _mainThread;

    /// <param name="requests">All requests of the run.</param>
    /// <param name="mainThread">The work of all documents: the result may be another one's.</param>
    public CriticalPath(IReadOnlyCollection<Request> requests, MainThread mainThread)
    {
        _mainThread = mainThread;
        _byUrl = requests.Where(r => r.End > r.Start).ToLookup(r => ExchangeSearch.WithoutFragment(r.Url));
        _awaited = [.. requests
            .Where(r => r.End > r.Start && Awaited(r))
            .Select(r => (Request: r, End: r.End!.Value - (r.DocumentId is null ? NetworkSlack : 0)))
            .OrderBy(r => r.End)];
    }

    /// <summary>The path's requests, latest first.</summary>
    /// <param name="begin">When the window begins.</param>
    /// <param name="end">When the result was painted.</param>
    /// <param name="image">The address of the image that the result is; <c>null</c> where it is none.</param>
    public IReadOnlyList<Request> Of(double begin, double end, string? image = null)
    {
        var path = new List<Request>();
        var cursor = end;
        if (image is not null && _byUrl[ExchangeSearch.WithoutFragment(image)].LastOrDefault(r => r.End > begin && r.End <= end + Slack) is { } shown)
        {
            path.Add(shown);
            cursor = Math.Min(cursor, shown.Start);
        }
        var latest = LastEnded(_awaited.Length, cursor);
        while (cursor > begin)
        {
            cursor = BeforeScripts(cursor, begin, end, ref latest);
            if (latest < 0 || _awaited[latest].Request.End <= begin)
                break;
            var next = EndedBy(cursor, _awaited[latest].Request);
            path.Add(next);
            cursor = Math.Min(cursor, next.Start);
            latest = LastEnded(latest, cursor);
        }
        return path;
    }

    /// <summary>What only the network saw is placed late: it must have been over when what waited for it went on.</summary>
    private static Request EndedBy(double instant, Request request) =>
        request.DocumentId is null && request.End > instant ? request.Earlier(request.End.Value - instant) : request;

    private static bool Awaited(Request request) =>
        !Unawaited.Contains(request.Initiator) && (request.Initiator != "link" || request.RenderBlocking);

    /// <summary>Where the scripts that run up to here began: what ended while they ran can't have been waited for.</summary>
    private double BeforeScripts(double cursor, double begin, double end, ref int latest)
    {
        MainThread.Work? later = null;
        while (_mainThread.Busy.LastBefore(cursor, cursor - Adjacent) is { } script && script.Start > begin)
        {
            // A request that ended after this script may have brought what follows just as well, and did so more lately.
            // What follows the window is its paint: before that, a request must have missed this script's own frame.
            var over = cursor >= end ? script.FrameEnd : later is { AnswersRequest: true } ? script.Start : script.End;
            if (latest >= 0 && _awaited[latest].End >= over)
                break;
            later = script;
            cursor = script.Start;
            latest = LastEnded(latest + 1, cursor);
        }
        return cursor;
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
