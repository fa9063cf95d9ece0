using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Measuring;

/// <summary>
/// The raw facts of a run, as the browser and the driver gave them: no judgement. Every derived number follows from
/// these. Times without a word of their own are milliseconds on the run's clock: the browser's clock, counted from
/// <see cref="OriginEpochMs"/>.
/// </summary>
public sealed record Evidence
{
    /// <summary>The instant that all times count from: milliseconds since the Unix epoch by the browser's clock.</summary>
    public double OriginEpochMs { get; init; }

    /// <summary>The browser's name and version.</summary>
    public string? Browser { get; init; }

    /// <summary>How the run as a whole ended.</summary>
    public RunEnding Ending { get; init; }

    /// <summary>What ended it, where it did not end well and no step is to blame.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Limits for the whole run.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>A response up to this long is good, in milliseconds.</summary>
    public double ResponseGoodMs { get; init; } = 1000;

    /// <summary>A response over this is poor, in milliseconds.</summary>
    public double ResponsePoorMs { get; init; } = 2500;

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<StepEvidence> Steps { get; init; } = [];

    /// <summary>Every document of every frame that handed anything over, by time origin.</summary>
    public IReadOnlyList<DocumentEvidence> Documents { get; init; } = [];

    /// <summary>Every request that the network layer saw, in order.</summary>
    public IReadOnlyList<NetworkExchange> Exchanges { get; init; } = [];
}

/// <summary>How a run as a whole ended.</summary>
public enum RunEnding
{
    /// <summary>It went through all steps, or stopped at one that failed.</summary>
    Completed,
    /// <summary>It was stopped from outside.</summary>
    Aborted,
    /// <summary>The monitor itself broke.</summary>
    Broken,
}

/// <summary>What the driver knows of a step.</summary>
public sealed record StepEvidence
{
    /// <summary>Position in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it did.</summary>
    public required string Action { get; init; }

    /// <summary>How it ended.</summary>
    public StepStatus Status { get; init; }

    /// <summary>When it began, on the run's clock.</summary>
    public double FromMs { get; init; }

    /// <summary>Wall time by the driver's clock.</summary>
    public double DurationMs { get; init; }

    /// <summary>What failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Interactions that the action must have caused, by what the driver sent: 1 for a click, n for n keys.</summary>
    public int DrivenInteractions { get; init; }

    /// <summary>Whether the step waited for anything to show.</summary>
    public bool Expects { get; init; }

    /// <summary>When the last of what the step expects was painted, on the run's clock; absent where the page could not tell.</summary>
    public double? ExpectationPaintedMs { get; init; }

    /// <summary>Limits for this step.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>What happened beside the plan.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];
}

/// <summary>Something beside the plan: noted, never an error by itself.</summary>
/// <param name="Kind"><c>dialog</c>, <c>popup</c>, <c>download</c>, <c>page-error</c>, <c>probe</c>.</param>
/// <param name="Text">What it said; at most 500 characters.</param>
public sealed record Incident(string Kind, string Text);

/// <summary>What one document's probe handed over. Times inside are on the document's own clock; <see cref="OffsetMs"/> takes them to the run's.</summary>
public sealed record DocumentEvidence
{
    /// <summary>The probe's own key for the document.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is a top-level document.</summary>
    public bool Top { get; init; }

    /// <summary>Its latest address.</summary>
    public string Url { get; init; } = "";

    /// <summary>The document's time origin on the run's clock.</summary>
    public double OffsetMs { get; init; }

    /// <summary><c>performance.interactionCount</c> at the last hand-over.</summary>
    public int InteractionCount { get; init; }

    /// <summary>The document's own load; absent for <c>about:blank</c> and for documents that died young.</summary>
    public ResourceTiming? Navigation { get; init; }

    /// <summary>Event Timing entries of 16 ms and more, and the first input.</summary>
    public IReadOnlyList<EventTiming> Events { get; init; } = [];

    /// <summary>Inputs as the probe's own listeners saw them.</summary>
    public IReadOnlyList<InputNote> Inputs { get; init; } = [];

    /// <summary>Long animation frames.</summary>
    public IReadOnlyList<LongFrame> LongFrames { get; init; } = [];

    /// <summary>Resource Timing entries.</summary>
    public IReadOnlyList<ResourceTiming> Resources { get; init; } = [];

    /// <summary>Paint Timing: first contentful paint; absent where nothing was painted yet.</summary>
    public double? FirstContentfulPaint { get; init; }

    /// <summary>Largest contentful paint candidates.</summary>
    public IReadOnlyList<ContentfulPaint> LargestPaints { get; init; } = [];

    /// <summary>Paints that the browser traces back to an interaction.</summary>
    public IReadOnlyList<ContentfulPaint> InteractionPaints { get; init; } = [];

    /// <summary>Layout shifts.</summary>
    public IReadOnlyList<LayoutShift> Shifts { get; init; } = [];

    /// <summary>Route changes inside the document.</summary>
    public IReadOnlyList<SoftNavigation> SoftNavigations { get; init; } = [];
}

/// <summary>An Event Timing entry (W3C Event Timing).</summary>
public sealed record EventTiming(
    string Name, long InteractionId, double Start, double Duration, double ProcessingStart, double ProcessingEnd, string? Target);

/// <summary>
/// An input as the probe's own listeners saw it. <paramref name="ProcessingEnd"/> is absent while its handlers never
/// returned; <paramref name="Painted"/> (the next frame after it) where the document died first.
/// </summary>
public sealed record InputNote(
    int N, string Name, double Start, double ProcessingStart, double? ProcessingEnd, double? Painted, string? Target);

/// <summary>A long animation frame (W3C Long Animation Frames).</summary>
public sealed record LongFrame(
    double Start, double Duration, double RenderStart, double StyleAndLayoutStart, double BlockingDuration,
    double? Presentation, IReadOnlyList<ScriptTiming> Scripts);

/// <summary>A script of a long animation frame.</summary>
public sealed record ScriptTiming(
    double Start, double Duration, double ForcedLayout, double Pause, string? Invoker, string? InvokerType,
    string? Url, string? Function, int? Position);

/// <summary>A Resource or Navigation Timing entry. Instants that the page may not read are 0, as in the browser.</summary>
public sealed record ResourceTiming
{
    /// <summary>The address.</summary>
    public string Url { get; init; } = "";
    /// <summary>What asked for it.</summary>
    public string Initiator { get; init; } = "";
    /// <summary>Start.</summary>
    public double Start { get; init; }
    /// <summary>Begin of redirects; 0 for none.</summary>
    public double RedirectStart { get; init; }
    /// <summary>End of redirects; 0 for none.</summary>
    public double RedirectEnd { get; init; }
    /// <summary>When a service worker was started for it; 0 for none.</summary>
    public double WorkerStart { get; init; }
    /// <summary>When fetching began.</summary>
    public double FetchStart { get; init; }
    /// <summary>Begin of the name look-up.</summary>
    public double DomainLookupStart { get; init; }
    /// <summary>Begin of the connection.</summary>
    public double ConnectStart { get; init; }
    /// <summary>End of the connection, TLS included.</summary>
    public double ConnectEnd { get; init; }
    /// <summary>The request was sent.</summary>
    public double RequestStart { get; init; }
    /// <summary>The first byte came.</summary>
    public double ResponseStart { get; init; }
    /// <summary>The last byte came.</summary>
    public double ResponseEnd { get; init; }
    /// <summary>Bytes over the wire, headers included; 0 where unknown or cached.</summary>
    public long TransferSize { get; init; }
    /// <summary>Bytes of the body as sent; 0 where unknown.</summary>
    public long BodySize { get; init; }
    /// <summary>The HTTP status; 0 where unknown.</summary>
    public int Status { get; init; }
    /// <summary>Whether the page was kept from painting by it.</summary>
    public bool RenderBlocking { get; init; }
    /// <summary>Metrics that the page may read.</summary>
    public IReadOnlyList<ServerTimingMetric> ServerTiming { get; init; } = [];
}

/// <summary>A contentful paint: a largest-contentful-paint or interaction-contentful-paint entry.</summary>
/// <param name="Time">When it was painted, on the document's clock.</param>
/// <param name="Size">Its area in CSS pixels.</param>
/// <param name="InteractionId">The interaction that led to it; 0 for none.</param>
/// <param name="Start">For interaction paints, when the interaction began; else 0.</param>
public sealed record ContentfulPaint(double Time, double Size, long InteractionId = 0, double Start = 0);

/// <summary>A layout shift (Layout Instability).</summary>
public sealed record LayoutShift(double Start, double Value, bool HadRecentInput);

/// <summary>A route change inside a document.</summary>
public sealed record SoftNavigation(double Start, string Url);

/// <summary>A request as the network layer saw it: complete where the page is kept from reading.</summary>
public sealed record NetworkExchange
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }
    /// <summary>The address.</summary>
    public required string Url { get; init; }
    /// <summary>What it was for: <c>document</c>, <c>fetch</c>, <c>script</c>.</summary>
    public required string ResourceType { get; init; }
    /// <summary>The HTTP status; absent where no response came.</summary>
    public int? Status { get; init; }
    /// <summary>When the driver saw it sent, on the run's clock: some ms late, good for order only where the page has an entry of its own.</summary>
    public double StartMs { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which connecting began; absent on a warm connection.</summary>
    public double? ConnectStart { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the connection stood.</summary>
    public double? ConnectEnd { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the request was sent.</summary>
    public double? RequestStart { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the first byte came.</summary>
    public double? ResponseStart { get; init; }
    /// <summary>Milliseconds after <see cref="StartMs"/> at which the last byte came.</summary>
    public double? ResponseEnd { get; init; }
    /// <summary>The Server-Timing fields, as sent.</summary>
    public IReadOnlyList<string> ServerTiming { get; init; } = [];
    /// <summary>Where the answer redirected to: a later request of this list.</summary>
    public string? RedirectedTo { get; init; }
    /// <summary>The network's error where it failed.</summary>
    public string? Error { get; init; }
}
