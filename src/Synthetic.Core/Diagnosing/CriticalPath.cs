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

    /// <summary>What a page asks for without waiting for it.</summary>
    private static readonly HashSet<string> Unawaited = new(StringComparer.Ordinal) { "beacon", "ping", "css", "img", "image", "font", "other", "video", "audio", "track" };

    /// <summary>The path's requests, latest first.</summary>
    /// <param name="begin">When the window begins.</param>
    /// <param name="end">When the result was painted.</param>
    /// <param name="requests">All requests of the run.</param>
    /// <param name="mainThread">The scripts of the window.</param>
    public static IReadOnlyList<Request> Of(double begin, double end, IReadOnlyList<Request> requests, MainThread mainThread)
    {
        var candidates = requests
            .Where(r => r.End is { } e && e > begin && e <= end + Slack && e > r.Start && Awaited(r))
            .ToList();
        var path = new List<Request>();
        var cursor = end;
        while (cursor > begin)
        {
            cursor = BeforeScripts(cursor, begin, mainThread);
            var next = candidates.Where(r => r.End <= cursor + Slack).MaxBy(r => r.End);
            if (next is null)
                break;
            path.Add(next);
            candidates.RemoveAll(r => r.End > next.Start + Slack);
            cursor = Math.Min(cursor, next.Start);
        }
        return path;
    }

    private static bool Awaited(Request request) =>
        !Unawaited.Contains(request.Initiator) && (request.Initiator != "link" || request.RenderBlocking);

    /// <summary>Where the scripts that run up to here began: what ended while they ran can't have been waited for.</summary>
    private static double BeforeScripts(double cursor, double begin, MainThread mainThread)
    {
        while (true)
        {
            var script = mainThread.Scripts
                .Where(s => s.Start > begin && s.Start < cursor && s.End >= cursor - Adjacent && s.Pause < (s.End - s.Start) / 2)
                .MaxBy(s => s.Start);
            if (script is null)
                return cursor;
            cursor = script.Start;
        }
    }
}
