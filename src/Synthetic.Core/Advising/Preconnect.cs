using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>Connections that were set up while somebody waited, to hosts that the page could have known before.</summary>
internal static class Preconnect
{
    private const string Kind = "preconnect";

    public static IEnumerable<Finding> In(AdvisedWindow window, RequestHistory history) =>
        from waited in window.Path
        let ms = waited.In(SegmentKind.Connect)
        where ms > 0 && WebAddress.IsHttp(waited.Request.Url) && WasKnown(waited.Request, window, history) && !HasOthersInFlight(waited.Request, history)
        group (waited.Request, Ms: ms) by OriginOf(waited.Request.Url) into host
        let sum = host.Sum(c => c.Ms)
        where window.IsWorth(sum)
        select new Finding(
            Kind,
            host.Key,
            $"Open the connection to {Wording.Quoted(host.Key)} before {window.Input}, say by <link rel=\"preconnect\">: "
                + $"setting it up took {window.Part(sum)}, and {Wording.Named(host.MaxBy(c => c.Ms).Request)} waited for it",
            window.Saving(sum));

    /// <summary>
    /// Whether anything before the input could have opened it: the page that asked was there, or had been there before with
    /// a request to the same host, for at least as long as the connection took.
    /// </summary>
    private static bool WasKnown(Request request, AdvisedWindow window, RequestHistory history)
    {
        var latest = window.Interaction.Begin - (request.ConnectEnd - request.ConnectStart ?? 0);
        return history.AskedBy(request).Any(d => d.OffsetMs <= latest)
            || history.ToSameHost(request).Take(2).Any(r => r.Id != request.Id && r.Start <= latest);
    }

    /// <summary>With a connection in use the browser opened one more: opening one early would have changed nothing.</summary>
    private static bool HasOthersInFlight(Request request, RequestHistory history) =>
        request.ConnectStart is { } begin && history.IsOtherInFlight(request, begin);

    private static string OriginOf(string url) => url[..url.IndexOf("://", StringComparison.Ordinal)] + "://" + WebAddress.AuthorityOf(url);
}
