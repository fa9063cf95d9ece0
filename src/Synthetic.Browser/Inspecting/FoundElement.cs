using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Inspecting;

/// <summary>Something on a page that a step can act on, and how a scenario finds it.</summary>
/// <param name="Locator">Finds it, and nothing else on the page.</param>
/// <param name="State">What is special about it, such as <c>disabled</c> or <c>level=1</c>; empty for nothing.</param>
public sealed record FoundElement(Locator Locator, IReadOnlyList<string> State);

/// <summary>What a page offers once a scenario has got there.</summary>
/// <param name="Url">The page's address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Elements">What can be acted on, in the order of the page.</param>
/// <param name="Problem">Why it did not get there; <c>null</c> where it did.</param>
public sealed record PageInspection(string Url, string Title, IReadOnlyList<FoundElement> Elements, string? Problem);
