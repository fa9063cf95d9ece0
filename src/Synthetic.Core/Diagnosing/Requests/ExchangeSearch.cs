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
            foreach (var url in AddressesOf(chain))
                Add(url, chain);
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
        foreach (var url in AddressesOf(best))
            _byUrl[url].Remove(best);
        return best;
    }

    /// <summary>What pages may name it by: a navigation's entry has the address where it ended.</summary>
    private static IEnumerable<string> AddressesOf(ExchangeChain chain) =>
        new[] { WebAddress.WithoutFragment(chain.First.Url), WebAddress.WithoutFragment(chain.Last.Url) }.Distinct(StringComparer.Ordinal);

    private void Add(string key, ExchangeChain chain)
    {
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
