using System.Text;
using Synthetic.Core.Measuring;
using Synthetic.Core.Running;

namespace Synthetic.Core.Diagnosing;

/// <summary>Joins what pages say of their requests with what the network layer saw of the same ones.</summary>
internal static class RequestJoin
{
    /// <summary>Every request of a run, by start, numbered from 1.</summary>
    public static IReadOnlyList<Request> Of(Evidence evidence)
    {
        var chains = Chains(evidence.Exchanges);
        var firstParty = evidence.Documents.FirstOrDefault(d => d.Top && Http(d.Url))?.Url;
        var joined = new List<Request>();
        var late = new List<double>();
        foreach (var (entry, offset) in Entries(evidence).OrderBy(e => e.Entry.Start + e.Offset))
        {
            var chain = chains.Find(c => !c.Taken && (Same(c.First.Url, entry.Url) || Same(c.Last.Url, entry.Url)));
            if (chain is not null)
            {
                chain.Taken = true;
                late.Add(chain.First.StartMs - (entry.Start + offset));
            }
            joined.AddRange(Hops(chain, entry.Start + offset, firstParty));
            joined.Add(Join(entry, offset, chain, firstParty));
        }
        // What only the network saw has the driver's clock: move it by how late that clock was with the others.
        var lateness = late.Count == 0 ? 0 : late.Order().ElementAt(late.Count / 2);
        foreach (var chain in chains.Where(c => !c.Taken))
        {
            joined.AddRange(Hops(chain, chain.First.StartMs - lateness, firstParty));
            joined.Add(FromNetwork(chain, lateness, firstParty));
        }
        return [.. joined.OrderBy(r => r.Start).Select((r, i) => r with { Id = i + 1 })];
    }

    private static IEnumerable<(ResourceTiming Entry, double Offset)> Entries(Evidence evidence)
    {
        foreach (var document in evidence.Documents)
        {
            // A frame's own load is a resource of its parent already.
            if (document is { Top: true, Navigation: { } navigation } && Http(navigation.Url))
                yield return (navigation, document.OffsetMs);
            foreach (var resource in document.Resources.Where(r => Http(r.Url)))
                yield return (resource, document.OffsetMs);
        }
    }

    private static Request Join(ResourceTiming entry, double offset, Chain? chain, string? firstParty)
    {
        var metrics = chain is null ? [] : ServerTimingHeader.ParseAll(chain.Last.ServerTiming);
        var inPage = entry.ServerTiming.Count > 0;
        var request = new Request
        {
            Method = chain?.Last.Method ?? "GET",
            Url = chain?.Last.Url ?? entry.Url,
            Initiator = entry.Initiator,
            Start = offset + (chain is { Hops.Count: > 1 } ? Math.Max(entry.FetchStart, entry.Start + chain.BeforeLast) : entry.Start),
            End = entry.ResponseEnd > 0 ? entry.ResponseEnd + offset : null,
            Status = chain?.Last.Status ?? (entry.Status > 0 ? entry.Status : null),
            Bytes = entry.BodySize > 0 ? entry.BodySize : null,
            RenderBlocking = entry.RenderBlocking,
            ThirdParty = firstParty is not null && !Site.Same(firstParty, entry.Url),
            // The header is complete; the page's reading of it stops where the page may not look.
            ServerTiming = metrics.Count > 0 ? metrics : entry.ServerTiming,
            Source = inPage ? ServerTimingSource.Page : metrics.Count > 0 ? ServerTimingSource.Network : ServerTimingSource.None,
            HeaderBytes = HeaderBytes(chain?.Last),
            Error = chain?.Last.Error,
        };
        if (entry.RequestStart > 0)
        {
            var warm = entry.ConnectEnd <= entry.DomainLookupStart;
            return request with
            {
                ConnectStart = warm ? null : entry.DomainLookupStart + offset,
                ConnectEnd = warm ? null : entry.ConnectEnd + offset,
                Sent = entry.RequestStart + offset,
                FirstByte = entry.ResponseStart > 0 ? entry.ResponseStart + offset : null,
            };
        }
        // Without Timing-Allow-Origin only begin and end can be read; the network's instants are hung up at the end.
        return chain?.Last is { ResponseEnd: { } end } last && request.End is { } at
            ? WithInstants(request, last, at - end)
            : request;
    }

    /// <summary>The redirects before a chain's last request: requests with a server of their own to wait for.</summary>
    private static IEnumerable<Request> Hops(Chain? chain, double start, string? firstParty)
    {
        for (var i = 0; chain is not null && i < chain.Hops.Count - 1; i++)
        {
            var next = start + (chain.Hops[i + 1].StartMs - chain.First.StartMs);
            yield return Of(chain.Hops[i], start + (chain.Hops[i].StartMs - chain.First.StartMs), firstParty) with { End = next };
        }
    }

    private static Request FromNetwork(Chain chain, double lateness, string? firstParty) =>
        Of(chain.Last, chain.Last.StartMs - lateness, firstParty);

    private static Request Of(NetworkExchange seen, double start, string? firstParty)
    {
        var metrics = ServerTimingHeader.ParseAll(seen.ServerTiming);
        var request = new Request
        {
            Method = seen.Method,
            Url = seen.Url,
            Initiator = seen.ResourceType == "document" ? "navigation" : seen.ResourceType,
            Start = start,
            // A body that nobody reads never ends: what was waited for then is the first byte.
            End = start + (seen.ResponseEnd ?? seen.ResponseStart),
            Status = seen.Status,
            ThirdParty = firstParty is not null && !Site.Same(firstParty, seen.Url),
            ServerTiming = metrics,
            Source = metrics.Count > 0 ? ServerTimingSource.Network : ServerTimingSource.None,
            HeaderBytes = HeaderBytes(seen),
            Error = seen.Error,
        };
        return WithInstants(request, seen, start);
    }

    private static Request WithInstants(Request request, NetworkExchange seen, double zero) => request with
    {
        ConnectStart = zero + seen.ConnectStart,
        ConnectEnd = zero + seen.ConnectEnd,
        Sent = zero + seen.RequestStart,
        FirstByte = zero + seen.ResponseStart,
    };

    private static List<Chain> Chains(IReadOnlyList<NetworkExchange> exchanges)
    {
        var chains = new List<Chain>();
        foreach (var exchange in exchanges)
        {
            var open = chains.Find(c => c.Last.RedirectedTo is { } to && to == exchange.Url);
            if (open is null)
                chains.Add(new Chain(exchange));
            else
                open.Hops.Add(exchange);
        }
        return chains;
    }

    private static int? HeaderBytes(NetworkExchange? seen) =>
        seen is { ServerTiming: { Count: > 0 } fields } ? fields.Sum(Encoding.UTF8.GetByteCount) : null;

    private static bool Same(string a, string b) => WithoutFragment(a).SequenceEqual(WithoutFragment(b));

    private static ReadOnlySpan<char> WithoutFragment(string url) =>
        url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var i ? url.AsSpan(0, i) : url;

    private static bool Http(string url) => url.StartsWith("http", StringComparison.Ordinal);

    /// <summary>A request and the ones it was redirected to.</summary>
    private sealed class Chain(NetworkExchange first)
    {
        public List<NetworkExchange> Hops { get; } = [first];
        public NetworkExchange First => Hops[0];
        public NetworkExchange Last => Hops[^1];
        public bool Taken { get; set; }

        /// <summary>How long the redirects took, by the driver's clock.</summary>
        public double BeforeLast => Last.StartMs - First.StartMs;
    }
}
