namespace Synthetic.Core.Records.Timelines;

/// <summary>A request or a script that ran within a window without holding its result up.</summary>
public sealed record ConcurrentWork
{
    /// <summary>Start in milliseconds after the input; 0 for what had begun before.</summary>
    public double StartMs { get; init; }

    /// <summary>How much of the window it shared, in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>The request; absent for a script.</summary>
    public int? RequestId { get; init; }

    /// <summary>The script's invoker; absent for a request.</summary>
    public string? Detail { get; init; }

    /// <summary>The script's address; absent for a request.</summary>
    public string? Url { get; init; }
}
