using System.Text.Json.Serialization;

namespace Synthetic.Core.Records.Timelines;

/// <summary>Input to the paint that shows the result.</summary>
public sealed record ResponseWindow : Window
{
    /// <inheritdoc />
    [JsonIgnore]
    public override WindowKind Kind => WindowKind.Response;

    /// <summary>What told its end.</summary>
    [JsonPropertyOrder(4)]
    public ResponseSource Source { get; init; }

    /// <summary>How far off <see cref="Window.Ms"/> may be, in milliseconds.</summary>
    [JsonPropertyOrder(5)]
    public double PrecisionMs { get; init; }

    /// <summary>How <see cref="Path"/> is known; absent where nothing else comes into question: an instant window, an image, a page that the step opened, or nothing else that ended.</summary>
    [JsonPropertyOrder(8)]
    public PathSource? PathSource { get; init; }

    /// <summary>The requests that the result waited for, one after another, by id.</summary>
    [JsonPropertyOrder(8)]
    public IReadOnlyList<int> Path { get; init; } = [];

    /// <summary>What went on at the same time without holding the result up, the longest first; at most 20.</summary>
    [JsonPropertyOrder(8)]
    public IReadOnlyList<ConcurrentWork> Beside { get; init; } = [];
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
