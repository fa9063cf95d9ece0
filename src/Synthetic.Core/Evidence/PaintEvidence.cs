namespace Synthetic.Core.Evidence;

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
