using System.Text.Json.Serialization;

namespace Synthetic.Core.Records.Timelines;

/// <summary>Who took most of a window.</summary>
public sealed record Culprit
{
    /// <summary>Which part of the system.</summary>
    public required CulpritKind Kind { get; init; }

    /// <summary>Which component of it: a Server-Timing name, <c>transit</c>, <c>download</c>; absent where there is none.</summary>
    public string? Component { get; init; }

    /// <summary>Both of these: what it is compared by.</summary>
    [JsonIgnore]
    public Cause Cause => new(Kind, Component);

    /// <summary>The request with the largest part; absent where none is involved.</summary>
    public int? RequestId { get; init; }

    /// <summary>Every request that adds to it; absent where fewer than two do.</summary>
    public IReadOnlyList<int>? RequestIds { get; init; }

    /// <summary>The script with the largest part; absent where none is involved.</summary>
    public string? Url { get; init; }

    /// <summary>Its time in the window, in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>Its part of the window, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>How it is known.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The facts it rests on, a sentence each.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}

/// <summary>Parts of the system that can be at fault.</summary>
public enum CulpritKind
{
    /// <summary>The server, by its own account.</summary>
    Backend,
    /// <summary>The way to the server, or work there that it does not report.</summary>
    Network,
    /// <summary>A request that waited to be sent.</summary>
    Queue,
    /// <summary>Script on the main thread.</summary>
    MainThread,
    /// <summary>Style, layout, paint.</summary>
    Rendering,
    /// <summary>Nothing to be seen: timers, debounces, script in pieces too short to be reported.</summary>
    Idle,
    /// <summary>The evidence does not tell; it says why.</summary>
    Unknown,
}

/// <summary>How a culprit is known.</summary>
public enum Confidence
{
    /// <summary>Nothing says.</summary>
    Unknown,
    /// <summary>Placed by rules.</summary>
    Inferred,
    /// <summary>The browser's own attribution.</summary>
    Observed,
    /// <summary>Shown by replaying without it.</summary>
    Proven,
}
