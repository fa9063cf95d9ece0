using System.Globalization;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Says in a sentence what a segment rests on.</summary>
internal static class CulpritFacts
{
    /// <summary>What is to be known of a request that may have been waited for, and may not.</summary>
    public const string ByOrderAlone = "that the result waited for it is told by its order alone: something else may have been it";

    public static string Of(Segment segment, string? component, double ms, Request? request) => segment.Kind switch
    {
        SegmentKind.Server => segment.Detail ?? Server(component, request),
        SegmentKind.Network when segment.Detail == Segment.Redirects => $"{Named(request)} was redirected for {Ms(ms)} before it was answered",
        SegmentKind.Network => $"{Named(request)} waited {Ms(request?.Wait)} for its first byte, {Ms(ms)} of it beyond what its server accounts for: transit, or work it does not report",
        SegmentKind.Connect => $"{Named(request)} spent {Ms(ms)} on setting its connection up",
        SegmentKind.Download => $"{Named(request)} took {Ms(ms)} from first byte to last{(request?.Bytes is { } bytes ? $" for {bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes" : "")}",
        SegmentKind.Queue => $"{Named(request)} waited {Ms(ms)} before it was sent",
        SegmentKind.InputDelay => $"the input waited {Ms(ms)} for the main thread{By(segment)}",
        SegmentKind.Script => $"script ran for {Ms(ms)}{By(segment)}",
        SegmentKind.Render when segment.Detail is { } which => $"{which} took {Ms(ms)} of parsing, style, layout and waiting for a frame",
        SegmentKind.Render => $"style, layout and paint took {Ms(ms)}",
        SegmentKind.Presentation => $"the frame took {Ms(ms)} from the last handler to the screen",
        SegmentKind.Idle => $"for {Ms(ms)} there was {segment.Detail}",
        SegmentKind.Unattributed => request is null ? $"{Ms(ms)}: {segment.Detail}" : $"{Named(request)} took {Ms(ms)} with {segment.Detail}",
    };

    /// <summary>Says where a request was served from; nothing where its server does not tell.</summary>
    public static IEnumerable<string> Served(Request? request) =>
        request is not null && Serving.Of(request.ServerTiming) is { } served ? [$"{Named(request)} was served {served}"] : [];

    private static string Server(string? component, Request? request)
    {
        if (request is null)
            return $"the server reports {component}";
        var account = ServerAccount.Of(request.ServerTiming, request.Wait ?? 0);
        var parts = string.Join(", ", account.Components.Where(c => c.Ms >= 0.05).Take(4).Select(c => $"{c.Name} {Ms(c.ReportedMs ?? c.Ms)}"));
        var read = request.Source == ServerTimingSource.Network ? " (read from the response header: the page may not)" : "";
        var overlap = account.Overlaps ? "; they add up to more than the time they share, so some ran at the same time or are wrong" : "";
        return $"{Named(request)} waited {Ms(request.Wait)} for its first byte; its server reports {parts}{read}{overlap}";
    }

    private static string By(Segment segment) => (segment.Detail, segment.Url) switch
    {
        (null, null) => "",
        ({ } detail, null) => $" in {detail}",
        (null, { } url) => $" in {url}",
        ({ } detail, { } url) => $" in {detail} of {url}",
    };

    private static string Named(Request? request) => request?.Title ?? "a request";

    private static string Ms(double? ms) => ms is { } value
        ? value.ToString("0.#", CultureInfo.InvariantCulture) + " ms"
        : "an unknown time";
}
