using System.Text.Json.Serialization;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Measuring;

namespace Synthetic.Core.Running;

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

/// <summary>Where a response's Server-Timing was read.</summary>
public enum ServerTimingSource
{
    /// <summary>There was none.</summary>
    None,
    /// <summary>In the page.</summary>
    Page,
    /// <summary>From the response header: the page itself may not read it.</summary>
    Network,
}

/// <summary>One step of a run.</summary>
public sealed record StepResult
{
    /// <summary>Position in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it did: <c>click</c>, <c>goto</c>.</summary>
    public required string Action { get; init; }

    /// <summary><c>passed</c>, <c>failed</c> or <c>skipped</c>.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>Wall time by the driver's clock, in milliseconds: bounds the step, measures nothing.</summary>
    public double DurationMs { get; init; }

    /// <summary>The interactions in it.</summary>
    public IReadOnlyList<InteractionResult> Interactions { get; init; } = [];

    /// <summary>The requests in it, by start.</summary>
    public IReadOnlyList<RequestResult> Requests { get; init; } = [];

    /// <summary>The frames over 50 ms in it.</summary>
    public IReadOnlyList<LongFrameResult> LongFrames { get; init; } = [];

    /// <summary>What would help, and how much.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>Things that happened beside the plan: <c>dialog</c>, <c>popup</c>, <c>download</c>, <c>console-error</c>.</summary>
    public IReadOnlyList<Incident>? Incidents { get; init; }
}

/// <summary>How a step ended.</summary>
public enum StepStatus
{
    /// <summary>It did what it should.</summary>
    Passed,
    /// <summary>It did not.</summary>
    Failed,
    /// <summary>It was never reached, or never came to its end.</summary>
    Skipped,
}

/// <summary>One interaction and its two windows.</summary>
public sealed record InteractionResult
{
    /// <summary>The browser's interaction id; 0 where the browser gave none.</summary>
    public long Id { get; init; }

    /// <summary><c>pointer</c> or <c>keyboard</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A selector-like name of the element that got the input.</summary>
    public string? Target { get; init; }

    /// <summary>What its times were taken from.</summary>
    public InteractionSource Source { get; init; }

    /// <summary>Input to next paint.</summary>
    public InpWindow? Inp { get; init; }

    /// <summary>Input to the paint that shows the result; <c>null</c> where no result can be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ResponseWindow? Response { get; init; }
}

/// <summary>What an interaction's times were taken from.</summary>
public enum InteractionSource
{
    /// <summary>The browser's Event Timing entries.</summary>
    EventTiming,
    /// <summary>The probe's own listeners: a lower bound.</summary>
    Estimated,
}

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

/// <summary>A window's rating.</summary>
public enum Rating
{
    /// <summary>Fast enough for most people.</summary>
    Good,
    /// <summary>Between good and poor.</summary>
    NeedsImprovement,
    /// <summary>Too slow.</summary>
    Poor,
}

/// <summary>One request of a step.</summary>
public sealed record RequestResult
{
    /// <summary>Number within the run; timelines and culprits refer to it.</summary>
    public required int Id { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The address, without fragment, at most 2,000 characters.</summary>
    public required string Url { get; init; }

    /// <summary>The HTTP status; absent where no response came.</summary>
    public int? Status { get; init; }

    /// <summary>What asked for it: <c>fetch</c>, <c>xmlhttprequest</c>, <c>navigation</c>, <c>script</c>.</summary>
    public required string Initiator { get; init; }

    /// <summary>Start in milliseconds after the step's first input (or after the step's begin where it has none).</summary>
    public double StartMs { get; init; }

    /// <summary>Waiting to be sent, in milliseconds.</summary>
    public double? QueueMs { get; init; }

    /// <summary>Name look-up, connection and TLS, in milliseconds; 0 on a warm connection.</summary>
    public double? ConnectMs { get; init; }

    /// <summary>Start to first byte, in milliseconds.</summary>
    public double? TtfbMs { get; init; }

    /// <summary>First byte to last, in milliseconds.</summary>
    public double? DownloadMs { get; init; }

    /// <summary>Size of the response body as sent, in bytes; absent where the browser does not tell.</summary>
    public long? Bytes { get; init; }

    /// <summary>Whether it went to another site than the page's.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>The response's metrics.</summary>
    public IReadOnlyList<ServerTimingMetric> ServerTiming { get; init; } = [];

    /// <summary>Where they were read.</summary>
    public ServerTimingSource ServerTimingSource { get; init; }

    /// <summary>Size of the Server-Timing header's values, in bytes; absent where there is none.</summary>
    public int? ServerTimingBytes { get; init; }

    /// <summary>The network's error where the request failed: <c>net::ERR_CONNECTION_REFUSED</c>.</summary>
    public string? Error { get; init; }
}

/// <summary>A frame over 50 ms.</summary>
public sealed record LongFrameResult
{
    /// <summary>Start in milliseconds after the step's first input (or begin).</summary>
    public double StartMs { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>Time in which input would have had to wait, in milliseconds.</summary>
    public double BlockingMs { get; init; }

    /// <summary>Style, layout and paint at its end, in milliseconds.</summary>
    public double RenderMs { get; init; }

    /// <summary>The scripts over 5 ms in it.</summary>
    public IReadOnlyList<LongFrameScript> Scripts { get; init; } = [];
}

/// <summary>A script in a long frame.</summary>
public sealed record LongFrameScript
{
    /// <summary>Start in milliseconds after the step's first input (or begin).</summary>
    public double StartMs { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public double Ms { get; init; }

    /// <summary>Of that, style and layout forced by the script, in milliseconds.</summary>
    public double ForcedLayoutMs { get; init; }

    /// <summary>Of that, waiting in synchronous requests or dialogs, in milliseconds.</summary>
    public double PauseMs { get; init; }

    /// <summary>Who called it: <c>BUTTON#buy.onclick</c>.</summary>
    public string? Invoker { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Url { get; init; }

    /// <summary>The function's name.</summary>
    public string? Function { get; init; }
}

/// <summary>Something worth doing.</summary>
/// <param name="Kind">What sort: <c>parallelise</c>, <c>memoize</c>, <c>server-timing</c>.</param>
/// <param name="Text">What to do, in a sentence.</param>
/// <param name="SavingMs">What it would save, in milliseconds; <c>null</c> where that can't be told.</param>
public sealed record Advice(string Kind, string Text, double? SavingMs);
