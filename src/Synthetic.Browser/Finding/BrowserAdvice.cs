namespace Synthetic.Browser.Finding;

/// <summary>What to do where there is no browser.</summary>
internal static class BrowserAdvice
{
    public static string For(bool headed) =>
        $"Install {(headed ? "the package chromium" : "the package chromium-headless-shell (Debian) or chromium")}, or Google Chrome, or set {BrowserFinder.Variable} to the executable of one.";
}
