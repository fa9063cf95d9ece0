using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Records;

/// <summary>A top-level page and its vitals.</summary>
public sealed record PageResult
{
    /// <summary>Its address when it was left.</summary>
    public required string Url { get; init; }

    /// <summary><c>hard</c> for a document load, <c>soft</c> for a route change inside one.</summary>
    public required string Navigation { get; init; }

    /// <summary>Time to first byte, in milliseconds.</summary>
    public double? TtfbMs { get; init; }

    /// <summary>First contentful paint, in milliseconds.</summary>
    public double? FcpMs { get; init; }

    /// <summary>Largest contentful paint before the first input, in milliseconds.</summary>
    public double? LcpMs { get; init; }

    /// <summary>Cumulative layout shift: the worst session window's score.</summary>
    public double? Cls { get; init; }

    /// <summary>Interaction to next paint: the page's p98 interaction, in milliseconds.</summary>
    public double? InpMs { get; init; }

    /// <summary>How many interactions the page's INP is taken from.</summary>
    public int InteractionCount { get; init; }

    /// <summary>The document response's metrics.</summary>
    public IReadOnlyList<ServerTimingMetric> ServerTiming { get; init; } = [];

    /// <summary>Where they were read.</summary>
    public ServerTimingSource ServerTimingSource { get; init; }
}
