namespace Synthetic.Browser.Finding;

/// <summary>
/// Tells Ubuntu's <c>chromium-browser</c>, a script that asks for a snap or hands over to one, from a browser.
/// A snap is no use even where it is installed: its confinement hides the profile folder the driver makes for it.
/// </summary>
internal static class SnapStub
{
    public static bool IsAt(string path, IMachine machine) =>
        path.StartsWith("/snap/", StringComparison.Ordinal)
        || machine.ScriptText(path) is { } script
            && (script.Contains("/snap/bin", StringComparison.Ordinal) || script.Contains("snap install", StringComparison.Ordinal));
}
