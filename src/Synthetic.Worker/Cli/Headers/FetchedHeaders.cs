namespace Synthetic.Worker.Cli.Headers;

/// <summary>Header fields and what came with them.</summary>
internal sealed record FetchedHeaders
{
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The address that answered; <c>null</c> where nothing was fetched.</summary>
    public Uri? Url { get; init; }

    /// <summary>From the request to the response's headers, connection included, in milliseconds.</summary>
    public double? WaitMs { get; init; }

    /// <summary>Whether a page of another origin may read the header.</summary>
    public bool AllowsOtherOrigins { get; init; }
}
