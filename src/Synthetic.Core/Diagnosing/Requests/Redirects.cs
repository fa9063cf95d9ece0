namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>
/// Makes each redirect a request of its own: a form that is posted and answered by a redirect has all its server time there,
/// and the page's entry shows nothing of it.
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
            yield return Bounded(NetworkRequest.Of(chain.Hops[i], start) with { Initiator = request.Initiator, DocumentId = request.DocumentId }, end);
            start = end;
        }
        yield return request with { Start = Math.Max(request.Start, redirected) };
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
