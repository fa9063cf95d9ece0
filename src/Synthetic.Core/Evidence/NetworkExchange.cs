namespace Synthetic.Core.Evidence;

/// <summary>A request as the network layer saw it: complete where the page is kept from reading.</summary>
public sealed record NetworkExchange
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }
    /// <summary>The address.</summary>
    public required string Url { get; init; }
    /// <summary>What it was for: <c>document</c>, <c>fetch</c>, <c>script</c>.</summary>
    public required string ResourceType { get; init; }
    /// <summary>The HTTP status; absent where no response came.</summary>
    public int? Status { get; init; }
    /// <summary>When the driver saw it sent, on the run's clock: some ms late, good for order only where the page has an entry of its own.</summary>
    public double StartMs { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which connecting began; absent on a warm connection.</summary>
    public double? ConnectStart { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the connection stood.</summary>
    public double? ConnectEnd { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the request was sent.</summary>
    public double? RequestStart { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the first byte came.</summary>
    public double? ResponseStart { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the last byte came.</summary>
    public double? ResponseEnd { get; init; }
    /// <summary>The Server-Timing header: its fields in the order they were sent, joined into one by the browser or not.</summary>
    public IReadOnlyList<string> ServerTiming { get; init; } = [];
    /// <summary>The trace context that it carried: its <c>traceparent</c> header, as it was sent; absent for none.</summary>
    public string? TraceParent { get; init; }
    /// <summary>Where the answer redirected to: a later request of this list.</summary>
    public string? RedirectedTo { get; init; }
    /// <summary>The network's error where it failed.</summary>
    public string? Error { get; init; }
}
