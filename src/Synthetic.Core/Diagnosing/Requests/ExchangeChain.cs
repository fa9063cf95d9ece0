using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>A request as the network saw it, and the ones it was redirected to.</summary>
internal sealed class ExchangeChain(NetworkExchange first)
{
    private readonly List<NetworkExchange> _hops = [];

    public NetworkExchange First { get; } = first;

    public NetworkExchange Last { get; private set; } = first;

    /// <summary>All but the last.</summary>
    public IReadOnlyList<NetworkExchange> Hops => _hops;

    /// <summary>Whether a page's entry was found for it.</summary>
    public bool Taken { get; set; }

    /// <summary>Joins redirects with their targets.</summary>
    public static IReadOnlyList<ExchangeChain> Of(IReadOnlyList<NetworkExchange> exchanges)
    {
        var chains = new List<ExchangeChain>();
        var open = new Dictionary<string, Queue<ExchangeChain>>(StringComparer.Ordinal);
        foreach (var exchange in exchanges)
        {
            if (!open.TryGetValue(exchange.Url, out var waiting) || !waiting.TryDequeue(out var chain))
                chains.Add(chain = new ExchangeChain(exchange));
            else
                chain.Follow(exchange);
            if (exchange.RedirectedTo is not { } target)
                continue;
            if (!open.TryGetValue(target, out var queue))
                open[target] = queue = new Queue<ExchangeChain>();
            queue.Enqueue(chain);
        }
        return chains;
    }

    private void Follow(NetworkExchange exchange)
    {
        _hops.Add(Last);
        Last = exchange;
    }
}
