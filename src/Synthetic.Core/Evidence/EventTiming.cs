namespace Synthetic.Core.Evidence;

/// <summary>An Event Timing entry (W3C Event Timing).</summary>
public sealed record EventTiming(
    string Name, long InteractionId, double Start, double Duration, double ProcessingStart, double ProcessingEnd, string? Target);

/// <summary>
/// An input as the probe's own listeners saw it. <paramref name="ProcessingEnd"/> is absent while its handlers never
/// returned; <paramref name="Painted"/> (the next frame after it) where the document died first.
/// </summary>
public sealed record InputNote(
    int N, string Name, double Start, double ProcessingStart, double? ProcessingEnd, double? Painted, string? Target)
{
    /// <summary>Whether nothing in the page reacted: no listener on the way from its target to the window, and the browser does nothing by itself with such an element. Absent where something did, or where that could not be told.</summary>
    public bool? Unheard { get; init; }

    /// <summary>Whether it went into a password field: what it typed is not to be said. Absent where it did not.</summary>
    public bool? Hidden { get; init; }

    /// <summary>When something was first found to listen to it after all, on the document's clock; absent where nothing did while its step lasted.</summary>
    public double? Heard { get; init; }
}
