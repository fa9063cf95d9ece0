namespace Synthetic.Browser.Finding;

/// <summary>The builds of Chromium that can be driven.</summary>
public enum BrowserKind
{
    /// <summary>Chromium without any window code: the cheapest to run, and the default.</summary>
    HeadlessShell,
    /// <summary>A full Chromium, from a distribution or from Playwright.</summary>
    Chromium,
    /// <summary>Google Chrome.</summary>
    Chrome,
    /// <summary>Microsoft Edge.</summary>
    Edge,
}
