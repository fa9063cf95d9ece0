namespace Synthetic.Browser.Finding;

/// <summary>A place where a browser may be.</summary>
internal readonly record struct Candidate(string Path, BrowserKind Kind, string Source);
