namespace Synthetic.Core.Diagnosing;

/// <summary>
/// The requests that a result waited for, one after another. Found backwards from its paint: the script just before it,
/// the request that ended just before that script, the script that began that request, and so on. What was merely in
/// flight at the same time is not on the path.
/// </summary>
internal static class CriticalPath
{
    /// <summary>A script that ended within this before something may have led to it: a frame and a bit, in milliseconds.</summary>
    private const double Adjacent = 50;

    /// <summary>Instants of different clocks and roundings are the same within this, in milliseconds.</summary>
    private const double Slack = 1.5;

    /// <summary>What a page asks for without waiting for it, as pages and as the network name it.</summary>
    private static readonly HashSet<string> Unawaited = new(StringComparer.Ordinal)
    {
        "beacon", "ping", "css", "img", "image", "font", "other", "video", "audio", "track", "media", "texttrack", "manifest", "icon",
    };

    /// <summary>The path's requests, latest first.</summary>
    /// <param name="begin">When the window begins.</param>
    /// <param name="end">When the result was painted.</param>
    /// <param name="requests">All requests of the run.</param>
    /// <param name="mainThread">The scripts of the window.</param>
    public static IReadOnlyList<Request> Of(double begin, double end, IReadOnlyList<Request> requests, MainThread mainThread)
    {
        var waiting = new Stack<(Request Request, double End)>(requests
            .Where(r => r.End is { } e && e > begin && e <= end + Slack && e > r.Start && Awaited(r))
            .Select(r => (r, r.End!.Value))
            .OrderBy(r => r.Value));
        var path = new List<Request>();
        var cursor = end;
        while (cursor > begin)
        {
            cursor = BeforeScripts(cursor, begin, end, waiting, mainThread);
            DropAfter(cursor, waiting);
            if (!waiting.TryPop(out var next))
                break;
            path.Add(next.Request);
            cursor = Math.Min(cursor, next.Request.Start);
        }
        return path;
    }

    private static bool Awaited(Request request) =>
        !Unawaited.Contains(request.Initiator) && (request.Initiator != "link" || request.RenderBlocking);

    /// <summary>Where the scripts that run up to here began: what ended while they ran can't have been waited for.</summary>
    private static double BeforeScripts(
        double cursor, double begin, double end, Stack<(Request Request, double End)> waiting, MainThread mainThread)
    {
        MainThread.Work? later = null;
        while (mainThread.Busy.LastBefore(cursor, cursor - Adjacent) is { } script && script.Start > begin)
        {
            DropAfter(cursor, waiting);
            // A request that ended after this script may have brought what follows just as well, and did so more lately.
            // What follows the window is its paint: before that, a request must have missed this script's own frame.
            var over = cursor >= end ? script.FrameEnd : later is { AnswersRequest: true } ? script.Start : script.End;
            if (waiting.TryPeek(out var latest) && latest.End >= over)
                break;
            later = script;
            cursor = script.Start;
        }
        return cursor;
    }

    private static void DropAfter(double cursor, Stack<(Request Request, double End)> waiting)
    {
        while (waiting.TryPeek(out var latest) && latest.End > cursor + Slack)
            waiting.Pop();
    }
}
