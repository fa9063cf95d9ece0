using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>Joins what pages say of their requests with what the network layer saw of the same ones.</summary>
internal static class RequestJoin
{
    /// <summary>Every request of a run, by start, numbered from 1.</summary>
    public static IReadOnlyList<Request> Of(RunEvidence evidence)
    {
        var chains = ExchangeChain.Of(evidence.Exchanges);
        var search = new ExchangeSearch(chains);
        var firstParty = evidence.Documents.FirstOrDefault(d => d.Top && WebAddress.IsHttp(d.Url))?.Url;
        var joined = new List<Request>();
        var late = new List<(double Seen, double By)>();
        foreach (var (entry, document) in Entries(evidence).OrderBy(e => e.Entry.Start + e.Document.OffsetMs))
        {
            var start = entry.Start + document.OffsetMs;
            var chain = search.Take(entry, start);
            if (chain is not null)
                late.Add((chain.First.StartMs, chain.First.StartMs - start));
            joined.AddRange(Join(entry, document, chain));
        }
        // What only the network saw has the driver's clock: it is moved by how late that clock was with the nearest request that both saw.
        var lateness = new DriverLateness(late);
        joined.AddRange(chains.Where(c => !c.Taken).SelectMany(c => NetworkRequest.Of(c, lateness.At(c.First.StartMs))));
        return QueryParts.Distinguish([.. joined.Select(r => r.InOrder()).OrderBy(r => r.Start).Select((r, i) => r with
        {
            Id = i + 1,
            ThirdParty = firstParty is not null && !Site.Same(firstParty, r.Url),
        })]);
    }

    private static IEnumerable<(ResourceTiming Entry, DocumentEvidence Document)> Entries(RunEvidence evidence)
    {
        var pages = new PageRequests(evidence.Documents.Where(d => !IsServiceWorkers(d)));
        foreach (var document in evidence.Documents)
        {
            // A frame's own load is a resource of its parent already.
            if (document is { Top: true, Navigation: { } navigation } && WebAddress.IsHttp(navigation.Url))
                yield return (navigation, document);
            foreach (var resource in document.Resources.Where(r => WebAddress.IsHttp(r.Url) && !(IsServiceWorkers(document) && pages.PassedOn(r, document))))
                yield return (resource, document);
        }
    }

    private static bool IsServiceWorkers(DocumentEvidence document) => document.Id.StartsWith(DocumentEvidence.ServiceWorkerPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Whether the answer came out of a cache, the browser's or a service worker's: nothing was transferred, and its header accounts for
    /// more time than there was. No server was asked this time.
    /// </summary>
    private static bool IsOfEarlierAnswer(ResourceTiming entry) =>
        entry is { TransferSize: 0, BodySize: > 0 } && entry.ServerTiming.Max(metric => (double?)metric.Ms) > entry.ResponseEnd - entry.Start + Tolerances.ScriptClock;

    private static IEnumerable<Request> Join(ResourceTiming entry, DocumentEvidence document, ExchangeChain? chain)
    {
        var offset = document.OffsetMs;
        var metrics = IsOfEarlierAnswer(entry) || chain is null ? [] : NetworkRequest.Metrics(chain.Last);
        if (IsOfEarlierAnswer(entry))
            entry = entry with { ServerTiming = [] };
        var request = new Request
        {
            DocumentId = document.Id,
            Method = chain?.Last.Method ?? "GET",
            Url = chain?.Last.Url ?? entry.Url,
            Initiator = entry.Initiator,
            Start = entry.Start + offset,
            End = entry.ResponseEnd > 0 ? entry.ResponseEnd + offset : null,
            Status = chain?.Last.Status ?? (entry.Status > 0 ? entry.Status : null),
            Bytes = entry.BodySize > 0 ? entry.BodySize : null,
            RenderBlocking = entry.RenderBlocking,
            // The network's header is complete; a page reads only what it may.
            ServerTiming = metrics.Count > 0 ? metrics : entry.ServerTiming,
            Source = entry.ServerTiming.Count > 0 ? ServerTimingSource.Page : metrics.Count > 0 ? ServerTimingSource.Network : ServerTimingSource.None,
            HeaderBytes = chain is null ? null : NetworkRequest.HeaderBytes(chain.Last),
            Error = chain?.Last.Error,
            Exchange = chain?.Last,
            IsFont = chain?.Last.ResourceType == "font",
        };
        if (entry.RequestStart > 0)
        {
            var warm = entry.ConnectEnd <= entry.DomainLookupStart;
            request = request with
            {
                ConnectStart = warm ? null : entry.DomainLookupStart + offset,
                ConnectEnd = warm ? null : entry.ConnectEnd + offset,
                Sent = entry.RequestStart + offset,
                FirstByte = entry.ResponseStart > 0 ? entry.ResponseStart + offset : null,
            };
        }
        // Without Timing-Allow-Origin only begin and end can be read; the network's instants are counted back from the end.
        else if (chain?.Last is { ResponseEnd: { } end } last && request.End is { } at)
        {
            request = NetworkRequest.WithInstants(request, last, at - end);
        }
        return Redirects.Split(request, Redirected(entry, chain) + offset, chain);
    }

    /// <summary>When the last redirect was over, on the page's clock.</summary>
    private static double Redirected(ResourceTiming entry, ExchangeChain? chain)
    {
        if (entry.RedirectEnd > 0 || chain is not { Hops.Count: > 0 })
            return entry.RedirectEnd;
        // Redirects over other origins are hidden from the page; the driver's clock saw them, a little off.
        var over = Math.Max(entry.FetchStart, entry.Start + chain.Last.StartMs - chain.First.StartMs);
        var sent = entry.RequestStart > 0 ? entry.RequestStart : entry.ResponseEnd;
        return sent > 0 ? Math.Min(over, sent) : over;
    }
}
