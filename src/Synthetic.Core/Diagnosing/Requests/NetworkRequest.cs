using System.Text;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>What the network layer alone tells of a request.</summary>
internal static class NetworkRequest
{
    /// <summary>The request of an exchange.</summary>
    /// <param name="seen">The exchange.</param>
    /// <param name="start">When it began, on the run's clock.</param>
    public static Request Of(NetworkExchange seen, double start)
    {
        var metrics = Metrics(seen);
        return WithInstants(
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
                HeaderBytes = HeaderBytes(seen),
                Error = seen.Error,
                Exchange = seen,
            },
            seen, start);
    }

    /// <summary>The requests of a chain that no page's entry tells of.</summary>
    /// <param name="chain">The request, with its redirects.</param>
    /// <param name="lateness">How late the driver's clock was, in milliseconds.</param>
    public static IEnumerable<Request> Of(ExchangeChain chain, double lateness)
    {
        var lastStart = chain.Last.StartMs - lateness;
        var request = Of(chain.Last, lastStart) with
        {
            Start = chain.First.StartMs - lateness,
            // A body that nobody reads never ends: what was waited for then is the first byte.
            End = lastStart + (chain.Last.ResponseEnd ?? chain.Last.ResponseStart),
        };
        return Redirects.Split(request, lastStart, chain);
    }

    /// <summary>Puts the network's instants, which count from the exchange's own start, on the run's clock.</summary>
    public static Request WithInstants(Request request, NetworkExchange seen, double start) => request with
    {
        ConnectStart = start + seen.ConnectStart,
        ConnectEnd = start + seen.ConnectEnd,
        Sent = start + seen.RequestStart,
        FirstByte = start + seen.ResponseStart,
    };

    public static IReadOnlyList<ServerTimingMetric> Metrics(NetworkExchange seen) =>
        SafeValues.ServerMetrics(ServerTimingHeader.ParseAll(seen.ServerTiming));

    /// <summary>Size of the Server-Timing values; <c>null</c> for none.</summary>
    public static int? HeaderBytes(NetworkExchange seen) =>
        seen.ServerTiming.Count > 0 ? seen.ServerTiming.Sum(Encoding.UTF8.GetByteCount) : null;
}
