using System.Text.Json.Serialization;

namespace Synthetic.Core.Records;

/// <summary>Input to the paint that shows the result.</summary>
public sealed record ResponseWindow
{
    /// <summary>Its length in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>By the scenario's bounds; good to 1,000 ms, poor over 2,500 where it sets none.</summary>
    public Rating Rating { get; init; }

    /// <summary>What told its end.</summary>
    public ResponseSource Source { get; init; }

    /// <summary>How far off <see cref="Ms"/> may be, in milliseconds.</summary>
    public double PrecisionMs { get; init; }

    /// <summary>Where the time went.</summary>
    public IReadOnlyList<Segment> Timeline { get; init; } = [];

    /// <summary>The requests that the result waited for, one after another, by id.</summary>
    public IReadOnlyList<int> Path { get; init; } = [];

    /// <summary>What went on at the same time without holding the result up, the longest first; at most 20.</summary>
    public IReadOnlyList<ConcurrentWork> Beside { get; init; } = [];

    /// <summary>Who took most of it; <c>null</c> at or under 100 ms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Culprit? Culprit { get; init; }
}

/// <summary>What told a response's end.</summary>
public enum ResponseSource
{
    /// <summary>The paint of what the step expects.</summary>
    Expectation,
    /// <summary>The browser's own link from interaction to paint.</summary>
    InteractionContentfulPaint,
    /// <summary>The next page's paint.</summary>
    Navigation,
}
