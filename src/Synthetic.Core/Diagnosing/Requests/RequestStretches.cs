using System.Globalization;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>Divides the time of one request: queue, connection, server, network, download.</summary>
internal static class RequestStretches
{
    public static IEnumerable<Stretch> Of(Request request)
    {
        if (request.End is not { } end)
            yield break;
        Segment Part(SegmentKind kind, string? detail = null) =>
            new() { Kind = kind, RequestId = request.Id, Detail = detail };

        if (request is not { Sent: { } sent, FirstByte: { } firstByte })
        {
            yield return new Stretch(request.Start, end, Part(SegmentKind.Unattributed, "the browser gives only begin and end of this request"));
            yield break;
        }
        var cursor = request.Start;
        if (request.Redirected is { } redirected)
        {
            yield return new Stretch(cursor, redirected, Part(SegmentKind.Network, Segment.Redirects));
            cursor = redirected;
        }
        if (request is { ConnectStart: { } connectStart, ConnectEnd: { } connectEnd } && connectEnd > connectStart)
        {
            yield return new Stretch(cursor, connectStart, Part(SegmentKind.Queue));
            yield return new Stretch(connectStart, connectEnd, Part(SegmentKind.Connect));
            cursor = connectEnd;
        }
        if (sent - cursor > Tolerances.Bookkeeping)
            yield return new Stretch(cursor, sent, Part(SegmentKind.Queue));
        foreach (var part in Waiting(request, sent, firstByte))
            yield return part;
        yield return new Stretch(firstByte, end, HeldOpen.Is(end - firstByte, request.Bytes) ? Held(request, end - firstByte) : Part(SegmentKind.Download));
    }

    private static Segment Held(Request request, double ms) => new()
    {
        Kind = SegmentKind.Server,
        RequestId = request.Id,
        Detail = request.Bytes is > 0 and var bytes
            ? string.Create(CultureInfo.InvariantCulture, $"{request.Title} was answered bit by bit, {bytes:N0} bytes in {ms:0.#} ms: its server was still working")
            : $"{request.Title} was answered bit by bit and not to its end: its server was still working",
        Components = new ComponentList([new SegmentComponent(ServerAccount.Unnamed, ms)]),
    };

    private static IEnumerable<Stretch> Waiting(Request request, double sent, double firstByte)
    {
        var account = ServerAccount.Of(request.ServerTiming, firstByte - sent);
        if (account.Reported is not { } reported)
        {
            var why = request.Source == ServerTimingSource.None
                ? "no Server-Timing: server and network can't be told apart"
                : "its Server-Timing has no durations: server and network can't be told apart";
            yield return new Stretch(sent, firstByte, new Segment { Kind = SegmentKind.Unattributed, RequestId = request.Id, Detail = why });
            yield break;
        }
        // Server-Timing has no instants: that the server's part comes first is a convention, not a finding.
        yield return new Stretch(sent, sent + reported, new Segment
        {
            Kind = SegmentKind.Server,
            RequestId = request.Id,
            Components = new ComponentList(account.Components),
        });
        yield return new Stretch(sent + reported, firstByte, new Segment { Kind = SegmentKind.Network, RequestId = request.Id });
    }
}
