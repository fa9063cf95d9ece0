using System.Text.Json.Serialization;

namespace Synthetic.Core.Records.Timelines;

/// <summary>A time that somebody waited, where it went, and who took most of it. Every interaction has one or two.</summary>
/// <remarks>Members are written in the order of their numbers, so that both windows read alike.</remarks>
public abstract record Window
{
    /// <summary>Which of an interaction's two windows it is.</summary>
    [JsonIgnore]
    public abstract WindowKind Kind { get; }

    /// <summary>Its length in milliseconds; the browser rounds INP to 8.</summary>
    [JsonPropertyOrder(1)]
    public double Ms { get; init; }

    /// <summary>INP: good to 200 ms, poor over 500. Response: by the scenario's bounds; good to 1,000 ms, poor over 2,500 where it sets none.</summary>
    [JsonPropertyOrder(3)]
    public Rating Rating { get; init; }

    /// <summary>Where the time went.</summary>
    [JsonPropertyOrder(7)]
    public IReadOnlyList<Segment> Timeline { get; init; } = [];

    /// <summary>Who took most of it; <c>null</c> at or under 100 ms.</summary>
    [JsonPropertyOrder(9), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Culprit? Culprit { get; init; }
}
