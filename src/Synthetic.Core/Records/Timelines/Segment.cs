namespace Synthetic.Core.Records.Timelines;

/// <summary>One stretch of a window. The segments of a timeline follow each other without gap or overlap and add up to the window.</summary>
public sealed record Segment
{
    /// <summary>The detail of a network stretch that went into redirects.</summary>
    public const string Redirects = "redirects";

    /// <summary>The detail of script that only the browser's counters know of.</summary>
    public const string ShortPieces = "pieces too short to be reported one by one, by the browser's counters";

    /// <summary>The detail of a worker's script.</summary>
    public const string InWorker = "a worker, from the message that was sent to it to the one that came back";

    /// <summary>What the time went into.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>Start in milliseconds after the input.</summary>
    public double StartMs { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>The request it belongs to; absent where it belongs to none.</summary>
    public int? RequestId { get; init; }

    /// <summary>What the server says it did in this stretch.</summary>
    public IReadOnlyList<SegmentComponent>? Components { get; init; }

    /// <summary>What exactly: an invoker, a reason.</summary>
    public string? Detail { get; init; }

    /// <summary>The script's address.</summary>
    public string? Url { get; init; }
}

/// <summary>What a stretch went into.</summary>
public enum SegmentKind
{
    /// <summary>The input waited for the main thread.</summary>
    InputDelay,
    /// <summary>Script ran on the main thread.</summary>
    Script,
    /// <summary>A request waited to be sent.</summary>
    Queue,
    /// <summary>A connection was set up.</summary>
    Connect,
    /// <summary>The server worked, by its own account.</summary>
    Server,
    /// <summary>Waiting for a response beyond what the server accounts for.</summary>
    Network,
    /// <summary>The response's body came in.</summary>
    Download,
    /// <summary>Style, layout and paint.</summary>
    Render,
    /// <summary>The finished frame was on its way to the screen.</summary>
    Presentation,
    /// <summary>Nothing ran: a timer, a debounce, a wait for something unseen.</summary>
    Idle,
    /// <summary>No evidence says what it was.</summary>
    Unattributed,
}

/// <summary>A part of a server segment, as the server reports it.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Ms">Its part of the stretch, in milliseconds.</param>
public sealed record SegmentComponent(string Name, double Ms)
{
    /// <summary>Its duration as the server reports it, in milliseconds; absent where that is its part: others ran at the same time, or it is longer than the wait.</summary>
    public double? ReportedMs { get; init; }
}
