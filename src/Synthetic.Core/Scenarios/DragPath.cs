namespace Synthetic.Core.Scenarios;

/// <summary>Where something that is dragged is let go: over another element, or so far from where it was.</summary>
/// <param name="To">The element; <c>null</c> for a distance.</param>
/// <param name="X">CSS pixels to the right; negative for left. 0 with an element.</param>
/// <param name="Y">CSS pixels down; negative for up. 0 with an element.</param>
public sealed record DragPath(Locator? To, int X, int Y);
