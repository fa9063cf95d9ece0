using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>Finds the exchange that a page's entry tells of: entries have no method and no number, only address and time.</summary>
internal sealed class ExchangeSearch
{
    private readonly Dictionary<string, List<ExchangeChain>> _byUrl = new(StringComparer.Ordinal);

    public ExchangeSearch(IEnumerable<ExchangeChain> chains)
    {
        foreach (var chain in chains)
        {
            Add(chain.First.Url, chain);
            // A navigation's entry has the address where it ended.
            if (WebAddress.WithoutFragment(chain.Last.Url) != WebAddress.WithoutFragment(chain.First.Url))
                Add(chain.Last.Url, chain);
        }
    }

    /// <summary>Takes the exchange of an entry; <c>null</c> for none.</summary>
    /// <param name="entry">The page's entry.</param>
    /// <param name="start">When it began, on the run's clock.</param>
    public ExchangeChain? Take(ResourceTiming entry, double start)
    {
        if (!_byUrl.TryGetValue(WebAddress.WithoutFragment(entry.Url), out var all))
            return null;
        // Duplicates of one address are told apart by kind and time; what is left keeps the order they were sent in.
        ExchangeChain? best = null;
        var bestRank = -1;
        foreach (var chain in all)
        {
            if (chain.Taken)
                continue;
            var rank = (SameKind(entry.Initiator, chain.First.ResourceType) ? 2 : 0) + (chain.First.StartMs >= start - Tolerances.HeardTooEarly ? 1 : 0);
            if (rank > bestRank)
                (best, bestRank) = (chain, rank);
            if (rank == 3)
                break;
        }
        if (best is null)
            return null;
        best.Taken = true;
        // Mostly the first: so that thousands of one address stay cheap.
        all.Remove(best);
        return best;
    }

    private void Add(string url, ExchangeChain chain)
    {
        var key = WebAddress.WithoutFragment(url);
        if (!_byUrl.TryGetValue(key, out var all))
            _byUrl[key] = all = [];
        all.Add(chain);
    }

    private static bool SameKind(string initiator, string resourceType) => initiator switch
    {
        "navigation" or "iframe" or "frame" => resourceType == "document",
        "xmlhttprequest" => resourceType == "xhr",
        "fetch" => resourceType == "fetch",
        _ => resourceType is not ("document" or "xhr" or "fetch"),
    };
}
