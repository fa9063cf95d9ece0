using System.Text.Json.Serialization;

namespace Synthetic.Core.Records;

/// <summary>Input to next paint, as INP counts it.</summary>
public sealed record InpWindow
{
    /// <summary>Its length in milliseconds (the browser rounds to 8).</summary>
    public double Ms { get; init; }

    /// <summary>Which side of the truth <see cref="Ms"/> is on: <c>lower</c> for estimates, <c>upper</c> for interactions too short for an entry; absent for exact ones.</summary>
    public string? Bound { get; init; }

    /// <summary>Good to 200 ms, poor over 500.</summary>
    public Rating Rating { get; init; }

    /// <summary>From the input to its first handler, in milliseconds.</summary>
    public double InputDelayMs { get; init; }

    /// <summary>In handlers, in milliseconds.</summary>
    public double ProcessingMs { get; init; }

    /// <summary>From the last handler to the next paint, in milliseconds.</summary>
    public double PresentationMs { get; init; }

    /// <summary>Where the time went.</summary>
    public IReadOnlyList<Segment> Timeline { get; init; } = [];

    /// <summary>Who took most of it; <c>null</c> at or under 100 ms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Culprit? Culprit { get; init; }
}
