namespace Synthetic.Core.Evidence;

/// <summary>A contentful paint: a largest-contentful-paint or interaction-contentful-paint entry.</summary>
/// <param name="Time">When it was painted, on the document's clock.</param>
/// <param name="Size">Its area in CSS pixels.</param>
/// <param name="InteractionId">The interaction that led to it; 0 for none.</param>
/// <param name="Start">For interaction paints, when the interaction began; else 0.</param>
/// <param name="Rendered">For interaction paints, the render time of what was painted; absent in older evidence, 0 where the browser keeps it to itself.</param>
public sealed record ContentfulPaint(double Time, double Size, long InteractionId = 0, double Start = 0, double? Rendered = null);

/// <summary>A layout shift (Layout Instability).</summary>
public sealed record LayoutShift(double Start, double Value, bool HadRecentInput);

/// <summary>A route change inside a document: a soft-navigation entry.</summary>
/// <param name="Start">When the interaction began that led to it.</param>
/// <param name="Url">The new address.</param>
/// <param name="Duration">From there to the first paint of the new route; absent in older evidence.</param>
/// <param name="InteractionId">That interaction; absent where the browser does not say.</param>
/// <param name="Painted">The first paint of the new route on the document's clock, 0 where unknown; absent where the browser has no vitals of routes.</param>
/// <param name="Largest">The largest paint of that interaction when the route change was reported; absent for none.</param>
/// <param name="Reported">When the browser reported it, on the document's clock: after its address too had changed. Absent in older evidence.</param>
public sealed record SoftNavigation(
    double Start, string Url, double? Duration = null, long? InteractionId = null, double? Painted = null, ContentfulPaint? Largest = null, double? Reported = null);
