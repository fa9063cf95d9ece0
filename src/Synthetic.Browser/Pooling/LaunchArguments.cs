using Microsoft.Playwright;
using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Pooling;

/// <summary>What the browser is started with.</summary>
internal static class LaunchArguments
{
    /// <summary>No traffic but the page's own; and no QUIC, where Server-Timing could be missed.</summary>
    private static readonly string[] Quiet =
        ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];

    /// <summary>Parts of the full browser's own window that repaint without end under Playwright: two thirds of its processor time.</summary>
    private static readonly string[] BusyFeatures = ["WebUIReloadButton", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

    public static BrowserTypeLaunchOptions For(BrowserPoolOptions options, IReadOnlyList<string> driverDisabledFeatures)
    {
        var launch = new BrowserTypeLaunchOptions
        {
            ExecutablePath = options.BrowserPath,
            Headless = !options.Headed,
            ChromiumSandbox = WantsSandbox(options.Sandbox),
            Args = Quiet,
            Timeout = (float)options.OpenTimeout.TotalMilliseconds,
            // Ctrl+C reaches every process of a terminal; the worker decides when the browser goes, after its runs ended.
            HandleSIGINT = false,
        };
        var full = InstalledBrowser.KindOf(options.BrowserPath) != BrowserKind.HeadlessShell;
        if (full && driverDisabledFeatures.Count > 0)
        {
            // Chromium heeds only the last --disable-features, so the driver's own must go and come back longer.
            launch.IgnoreDefaultArgs = [DisableFeatures(driverDisabledFeatures)];
            launch.Args = [.. Quiet, DisableFeatures([.. driverDisabledFeatures, .. BusyFeatures])];
        }
        return launch;
    }

    private static bool WantsSandbox(SandboxMode mode) => mode switch
    {
        SandboxMode.On => true,
        SandboxMode.Off => false,
        SandboxMode.Auto => !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
    };

    private static string DisableFeatures(IEnumerable<string> features) => "--disable-features=" + string.Join(',', features);
}
