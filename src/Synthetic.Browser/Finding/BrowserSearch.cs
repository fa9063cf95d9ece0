namespace Synthetic.Browser.Finding;

/// <summary>What a search for a browser came to.</summary>
/// <param name="Found">The browser to use; <c>null</c> where there is none.</param>
/// <param name="LookedAt">Every place looked at, in order, each with what was there. Empty only before anything was looked at.</param>
public sealed record BrowserSearch(InstalledBrowser? Found, IReadOnlyList<string> LookedAt);
