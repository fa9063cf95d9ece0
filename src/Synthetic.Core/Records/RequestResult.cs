using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Records;

/// <summary>One request of a step.</summary>
public sealed record RequestResult
{
    /// <summary>Number within the run; timelines and culprits refer to it.</summary>
    public required int Id { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The address, without fragment, at most 2,000 characters.</summary>
    public required string Url { get; init; }

    /// <summary>The HTTP status; absent where no response came.</summary>
    public int? Status { get; init; }

    /// <summary>What asked for it: <c>fetch</c>, <c>xmlhttprequest</c>, <c>navigation</c>, <c>script</c>.</summary>
    public required string Initiator { get; init; }

    /// <summary>Start in milliseconds after the step's first input (or after the step's begin where it has none).</summary>
    public double StartMs { get; init; }

    /// <summary>Waiting to be sent, in milliseconds.</summary>
    public double? QueueMs { get; init; }

    /// <summary>Name look-up, connection and TLS, in milliseconds; 0 on a warm connection.</summary>
    public double? ConnectMs { get; init; }

    /// <summary>Start to first byte, in milliseconds.</summary>
    public double? TtfbMs { get; init; }

    /// <summary>First byte to last, in milliseconds.</summary>
    public double? DownloadMs { get; init; }

    /// <summary>Size of the response body as sent, in bytes; absent where the browser does not tell.</summary>
    public long? Bytes { get; init; }

    /// <summary>Whether it went to another site than the page's.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>The response's metrics.</summary>
    public IReadOnlyList<ServerTimingMetric> ServerTiming { get; init; } = [];

    /// <summary>Where they were read.</summary>
    public ServerTimingSource ServerTimingSource { get; init; }

    /// <summary>Size of the Server-Timing header's values, in bytes; absent where there is none.</summary>
    public int? ServerTimingBytes { get; init; }

    /// <summary>Where it was served from, as its Server-Timing says; absent where that says neither a cache's state nor a place.</summary>
    public ServedFrom? ServedFrom { get; init; }

    /// <summary>The trace context that it carried, as its <c>traceparent</c> header says it; absent where it carried none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The network's error where the request failed: <c>net::ERR_CONNECTION_REFUSED</c>.</summary>
    public string? Error { get; init; }
}
