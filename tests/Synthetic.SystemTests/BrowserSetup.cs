using Synthetic.Browser.Finding;

namespace Synthetic.SystemTests;

/// <summary>Finds the browser once for all tests, and installs one where there is none.</summary>
[SetUpFixture]
public sealed class BrowserSetup
{
    private static InstalledBrowser? s_browser;

    /// <summary>The browser that every system test drives.</summary>
    public static InstalledBrowser Browser =>
        s_browser ?? throw new InvalidOperationException("The browser is set up before the first test of this namespace.");

    [OneTimeSetUp]
    public async Task FindOrInstall()
    {
        BrowserProvisioning provisioning = new(TimeProvider.System);
        s_browser = await provisioning.FindOrInstallAsync(
            setting: null, headed: false, mayInstall: true, TestContext.Progress.WriteLine, CancellationToken.None);
        await TestContext.Progress.WriteLineAsync($"Browser: {s_browser.Path} ({s_browser.Kind}, {s_browser.Source})");
    }
}
