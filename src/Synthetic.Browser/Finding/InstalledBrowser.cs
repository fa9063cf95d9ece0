namespace Synthetic.Browser.Finding;

/// <summary>A browser found on this machine.</summary>
/// <param name="Path">The executable, as a full path.</param>
/// <param name="Kind">Which build it is.</param>
/// <param name="Source">Where it came from, for people: <c>SYNTHETIC_BROWSER</c>, <c>Playwright's cache</c>, <c>PATH</c>.</param>
public sealed record InstalledBrowser(string Path, BrowserKind Kind, string Source)
{
    /// <summary>The kind told by the path alone; anything not recognised counts as Chromium.</summary>
    /// <param name="path">The executable.</param>
    public static BrowserKind KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        if (Mentions(name, "headless-shell") || Mentions(name, "headless_shell"))
            return BrowserKind.HeadlessShell;
        if (Mentions(name, "edge"))
            return BrowserKind.Edge;
        // Playwright names its Chromium "chrome", in a folder of its own; Google's is "google-chrome" or lives under "Google".
        var google = Mentions(path, "google") && !Mentions(path, "for testing");
        return google && Mentions(name, "chrome") ? BrowserKind.Chrome : BrowserKind.Chromium;
    }

    private static bool Mentions(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

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
