using System.Text.Json.Serialization;

namespace Synthetic.Core.Records.Timelines;

/// <summary>Input to the paint that shows the result.</summary>
public sealed record ResponseWindow : Window
{
    /// <inheritdoc />
    [JsonIgnore]
    public override WindowKind Kind => WindowKind.Response;

    /// <summary>What it begins with, where that is no interaction's input; absent for interactions.</summary>
    [JsonPropertyOrder(3)]
    public ResponseStart? From { get; init; }

    /// <summary>What told its end.</summary>
    [JsonPropertyOrder(4)]
    public ResponseSource Source { get; init; }

    /// <summary>How far off <see cref="Window.Ms"/> may be, in milliseconds.</summary>
    [JsonPropertyOrder(5)]
    public double PrecisionMs { get; init; }

    /// <summary>When what was painted came to rest, in milliseconds from the window's begin; absent where nothing ran on it.</summary>
    [JsonPropertyOrder(6)]
    public double? SettledMs { get; init; }

    /// <summary>The transitions and animations that ran on what was painted, or on what that is part of; absent for none.</summary>
    [JsonPropertyOrder(6)]
    public IReadOnlyList<Motion>? Motions { get; init; }

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

/// <summary>A transition or an animation.</summary>
/// <param name="What">Which: <c>transition opacity</c>, <c>animation slide-in</c>.</param>
/// <param name="Target">A selector-like name of what it ran on; absent where it has none.</param>
/// <param name="EndMs">Its end by its own account, in milliseconds from the window's begin.</param>
public sealed record Motion(string What, string? Target, double EndMs);

/// <summary>What the response of an action begins with that is no interaction for the browser.</summary>
public enum ResponseStart
{
    /// <summary>The first event by which the page learned of it: a field's <c>input</c>, the pointer's first move.</summary>
    Input,
    /// <summary>The action itself, by the clock of the page that it began on: nothing tells a page sooner that another one is opened.</summary>
    Action,
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
