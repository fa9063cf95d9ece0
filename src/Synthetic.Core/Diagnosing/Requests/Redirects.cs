using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>
/// Makes a request of its own of each redirect: a form that is posted and answered by a redirect has all its server
/// time there, and the page's entry shows nothing of it.
/// </summary>
internal static class Redirects
{
    /// <summary>The redirects and the request they led to, in order.</summary>
    /// <param name="request">The whole, from the first request's start.</param>
    /// <param name="redirected">When the last redirect was over, on the run's clock.</param>
    /// <param name="chain">What the network saw of it; <c>null</c> for nothing.</param>
    public static IEnumerable<Request> Split(Request request, double redirected, ExchangeChain? chain)
    {
        if (chain is not { Hops.Count: > 0 })
        {
            yield return request with { Redirected = redirected > request.Start ? redirected : null };
            yield break;
        }
        var start = request.Start;
        for (var i = 0; i < chain.Hops.Count; i++)
        {
            var next = i + 1 < chain.Hops.Count ? chain.Hops[i + 1] : chain.Last;
            // The driver's clock says how long each took; the page's own, when all of them were over.
            var end = next == chain.Last ? redirected : Math.Min(redirected, request.Start + next.StartMs - chain.First.StartMs);
            end = Math.Max(start, end);
            yield return Bounded(Seen(chain.Hops[i], start) with { Initiator = request.Initiator, DocumentId = request.DocumentId }, end);
            start = end;
        }
        yield return request with { Start = Math.Max(request.Start, redirected) };
    }

    /// <summary>A request of which only the network tells.</summary>
    public static Request Seen(NetworkExchange seen, double start)
    {
        var metrics = EvidenceSanitizer.Metrics(ServerTimingHeader.ParseAll(seen.ServerTiming));
        return RequestJoin.WithInstants(
            new Request
            {
                Method = seen.Method,
                Url = seen.Url,
                // As pages name it.
                Initiator = seen.ResourceType switch { "document" => "navigation", "xhr" => "xmlhttprequest", var type => type },
                Start = start,
                Status = seen.Status,
                ServerTiming = metrics,
                Source = metrics.Count > 0 ? ServerTimingSource.Network : ServerTimingSource.None,
                HeaderBytes = RequestJoin.HeaderBytes(seen),
                Error = seen.Error,
            },
            seen, start);
    }

    private static Request Bounded(Request request, double end) => request with
    {
        ConnectStart = Earlier(request.ConnectStart, end),
        ConnectEnd = Earlier(request.ConnectEnd, end),
        Sent = Earlier(request.Sent, end),
        FirstByte = Earlier(request.FirstByte, end),
        End = end,
    };

    private static double? Earlier(double? instant, double end) => instant is { } i ? Math.Min(i, end) : null;
}
