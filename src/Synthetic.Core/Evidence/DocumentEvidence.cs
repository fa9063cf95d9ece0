namespace Synthetic.Core.Evidence;

/// <summary>What one document's probe handed over. Times inside are on the document's own clock; <see cref="OffsetMs"/> takes them to the run's.</summary>
public sealed record DocumentEvidence
{
    /// <summary>What the id of a worker's timeline begins with: a worker is no document, but its requests are told as one's.</summary>
    public const string WorkerPrefix = "worker-";

    /// <summary>The same of a service worker's: it also passes on what pages ask for.</summary>
    public const string ServiceWorkerPrefix = $"{WorkerPrefix}service-";

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

    /// <summary>
    /// Until when the document's inputs are settled: one painted before this and without an entry was too short for one.
    /// Absent where the document was never asked.
    /// </summary>
    public double? SettledMs { get; init; }

    /// <summary>The document's clock at the last hand-over; absent in older evidence.</summary>
    public double? AskedMs { get; init; }

    /// <summary>The document's own load; absent for <c>about:blank</c> and for documents that died young.</summary>
    public ResourceTiming? Navigation { get; init; }

    /// <summary>Event Timing entries of 16 ms and more, and the first input.</summary>
    public IReadOnlyList<EventTiming> Events { get; init; } = [];

    /// <summary>Inputs as the probe's own listeners saw them.</summary>
    public IReadOnlyList<InputNote> Inputs { get; init; } = [];

    /// <summary>The first event of each action that is no interaction for the browser, such as a field that is filled at once; absent for none.</summary>
    public IReadOnlyList<ActionNote>? Actions { get; init; }

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

    /// <summary>Whether it asked something of a shared or a service worker, whose requests are seen without their methods; absent where it did not.</summary>
    public bool? SharedWorkers { get; init; }

    /// <summary>What other windows posted to it, the first 200 of each step; absent for none.</summary>
    public IReadOnlyList<PostedMessage>? Posted { get; init; }
}

/// <summary>The first event by which a page learned of an action.</summary>
/// <param name="Name">The event: <c>input</c>, <c>pointermove</c>.</param>
/// <param name="Start">When it came, on the document's clock.</param>
/// <param name="Target">A selector-like name of its target; absent where it has none.</param>
public sealed record ActionNote(string Name, double Start, string? Target);
