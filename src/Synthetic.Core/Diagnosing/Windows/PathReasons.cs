using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Says why a request is on the critical path.</summary>
internal static class PathReasons
{
    /// <summary>What followed a request: a script, the next request of the path, or the result.</summary>
    /// <param name="script">The first of the scripts that ran up to the next; <c>null</c> for none.</param>
    /// <param name="end">How the result came to be on the screen.</param>
    /// <param name="path">The path so far, latest request first.</param>
    public static string Follower(ScriptWork? script, ResultPaint end, IReadOnlyList<PathStep> path)
    {
        var next = path.Count > 0 ? $"request {path[^1].Request.Id} was sent" : end.Changed is null ? "the result was painted" : "the result's change";
        if (script is null)
            return next;
        return $"the script{(script.Segment.Detail is { } name ? " " + name : "")} that ran before {next}";
    }

    public static string Ended(Request request, string follower) => request.DocumentId is null
        ? $"the last to end before {follower}; only the network saw it, so it may have ended earlier than that says"
        : $"the last to end before {follower}";

    public static string Headers(string follower) => $"its headers came just before {follower}, its body later";

    public static string FirstByte(string follower) => $"its first byte came before {follower}, later than the end of any other; the rest came after";

    /// <param name="next">What the request led to: the link before it, on the way back from the change.</param>
    public static string Cause(CauseLink? next) => next?.Kind switch
    {
        "headers" => "by cause: what led to the result went on from its headers",
        "failure" => "by cause: what led to the result went on when it had failed",
        _ => "by cause: what led to the result went on from its body",
    };

    public static string Font(string family) => $"the font of the result's text ({family}), which was hidden until then";

    public static string StyleSheet(string follower) => $"style sheet loaded just before {follower}";
}
