using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Evidence;

/// <summary>A Resource or Navigation Timing entry. Instants that the page may not read are 0, as in the browser.</summary>
public sealed record ResourceTiming
{
    /// <summary>The address.</summary>
    public string Url { get; init; } = "";
    /// <summary>What asked for it.</summary>
    public string Initiator { get; init; } = "";
    /// <summary>Start.</summary>
    public double Start { get; init; }
    /// <summary>Begin of redirects; 0 for none.</summary>
    public double RedirectStart { get; init; }
    /// <summary>End of redirects; 0 for none.</summary>
    public double RedirectEnd { get; init; }
    /// <summary>When a service worker was started for it; 0 for none.</summary>
    public double WorkerStart { get; init; }
    /// <summary>When fetching began.</summary>
    public double FetchStart { get; init; }
    /// <summary>Begin of the name look-up.</summary>
    public double DomainLookupStart { get; init; }
    /// <summary>Begin of the connection.</summary>
    public double ConnectStart { get; init; }
    /// <summary>End of the connection, TLS included.</summary>
    public double ConnectEnd { get; init; }
    /// <summary>The request was sent.</summary>
    public double RequestStart { get; init; }
    /// <summary>The first byte came.</summary>
    public double ResponseStart { get; init; }
    /// <summary>The last byte came.</summary>
    public double ResponseEnd { get; init; }
    /// <summary>Bytes over the wire, headers included; 0 where unknown or cached.</summary>
    public long TransferSize { get; init; }
    /// <summary>Bytes of the body as sent; 0 where unknown.</summary>
    public long BodySize { get; init; }
    /// <summary>The HTTP status; 0 where unknown.</summary>
    public int Status { get; init; }
    /// <summary>Whether the page was kept from painting by it.</summary>
    public bool RenderBlocking { get; init; }
    /// <summary>Metrics that the page may read.</summary>
    public IReadOnlyList<ServerTimingMetric> ServerTiming { get; init; } = [];
}
