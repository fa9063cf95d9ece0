using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>
/// The requests that a result waited for, one after another. Found backwards from its paint: the script just before it,
/// the request that ended just before that script, the script that began that request, and so on. What was merely in
/// flight at the same time is not on the path.
/// </summary>
/// <param name="requests">All requests of the run.</param>
/// <param name="mainThread">The work of all documents: the result may be another one's.</param>
/// <param name="most">Over how many requests, and how many scripts, it goes back.</param>
internal sealed class CriticalPath(IReadOnlyCollection<Request> requests, MainThread mainThread, int most)
{
    private readonly AwaitedRequests _awaited = new(requests);
    private readonly ILookup<string, Request> _byUrl = requests.Where(r => r.End > r.Start).ToLookup(r => WebAddress.WithoutFragment(r.Url));

    /// <summary>The path, latest request first.</summary>
    /// <param name="begin">When the window begins.</param>
    /// <param name="end">How the result came to be on the screen.</param>
    public IReadOnlyList<PathStep> Of(double begin, ResultPaint end)
    {
        var path = new List<PathStep>();
        var cursor = end.Changed ?? end.Instant;
        if (end.Image is { } image && _byUrl[WebAddress.WithoutFragment(image)].LastOrDefault(r => r.End > begin && r.End <= cursor + Tolerances.RequestClock) is { } shown)
        {
            path.Add(new PathStep(shown, "the image that the result is"));
            cursor = Math.Min(cursor, shown.Start);
        }
        var latest = _awaited.LastEnded(_awaited.Count, cursor);
        var left = most;
        while (cursor > begin && path.Count < most)
        {
            (cursor, var script) = BeforeScripts(cursor, begin, end, ref latest, ref left);
            var ended = latest < 0 ? null : _awaited.EndedBy(cursor, latest);
            var next = Next(cursor, ended, begin, path.Count == 0, PathReasons.Follower(script, end, path));
            if (next is null || next.Request.End <= begin)
                break;
            path.Add(next);
            cursor = Math.Min(cursor, next.Request.Start);
            latest = _awaited.LastEnded(ReferenceEquals(next.Request, ended) ? latest : latest + 1, cursor);
        }
        return path;
    }

    private PathStep? Next(double cursor, Request? ended, double begin, bool isResult, string follower)
    {
        var after = ended?.End ?? begin;
        if (_awaited.WithHeadersBefore(cursor, after) is { } answered)
            return new PathStep(answered, PathReasons.Headers(follower));
        // Of the result itself: a body that is left unread looks the same further back. What a page asks for, it asks for when it has begun to come.
        if (_awaited.WithFirstByteBefore(cursor, after, begin, onlyPages: !isResult) is { } streamed)
            return new PathStep(streamed, PathReasons.FirstByte(follower));
        if (_awaited.StyleSheetBefore(cursor, after) is { } sheet)
            return new PathStep(sheet, PathReasons.StyleSheet(follower));
        return ended is null ? null : new PathStep(ended, PathReasons.Ended(ended, follower));
    }

    /// <summary>
    /// Where the scripts that run up to here began, and the first of them: what ended while they ran can't have been waited for.
    /// </summary>
    private (double Cursor, ScriptWork? Script) BeforeScripts(double cursor, double begin, ResultPaint end, ref int latest, ref int left)
    {
        ScriptWork? later = null;
        while (left > 0 && mainThread.Busy.LastBefore(cursor, cursor - Tolerances.Adjacent) is { } script && script.Start > begin)
        {
            if (latest >= 0 && _awaited.EndOf(latest) >= GivesWayFrom(script, later, cursor, end))
                break;
            left--;
            later = script;
            cursor = script.Start;
            latest = _awaited.LastEnded(latest + 1, cursor);
        }
        return (cursor, later);
    }

    /// <summary>
    /// From when on the end of a request counts for more than a script: it may have brought what follows just as well, and
    /// did so later.
    /// </summary>
    private static double GivesWayFrom(ScriptWork script, ScriptWork? later, double cursor, ResultPaint end)
    {
        // What ended while the script of the change ran came too late for it; what ended while another script ran was handled next.
        if (end.Changed is { } changed && cursor >= changed)
            return script.End > changed - Tolerances.SameInstant ? double.PositiveInfinity : script.Start;
        // The window ends with a paint: a request counts only if it ended too late for this script's own frame.
        if (cursor >= end.Instant)
            return script.FrameEnd;
        return later is { AnswersRequest: true } ? script.Start : script.End;
    }
}
