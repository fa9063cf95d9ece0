namespace Synthetic.Core.Evidence;

/// <summary>An element of the page that a locator may have meant: one of several that it matches, or one near to what it looks for.</summary>
/// <param name="Role">Its ARIA role, as far as the page's markup tells; absent where it has none.</param>
/// <param name="Name">Its accessible name, or its text; at most 80 characters; absent where it has none.</param>
/// <param name="Place">Where it is, in words: <c>2nd of 5, in main > form#login</c>, <c>in the frame iframe#pay</c>; at most 200 characters.</param>
public sealed record Candidate(string? Role, string? Name, string? Place);
