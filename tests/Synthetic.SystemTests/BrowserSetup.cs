using Synthetic.Browser.Finding;
using Synthetic.Browser.Installing;

namespace Synthetic.SystemTests;

/// <summary>Finds the browser once for all tests, and installs one where there is none.</summary>
[SetUpFixture]
public sealed class BrowserSetup
{
    private static InstalledBrowser? _browser;

    /// <summary>The browser that every system test drives.</summary>
    public static InstalledBrowser Browser =>
        _browser ?? throw new InvalidOperationException("The browser is set up before the first test of this namespace.");

    [OneTimeSetUp]
    public async Task FindOrInstall()
    {
        var provisioning = new BrowserProvisioning(TimeProvider.System);
        _browser = await provisioning.FindOrInstallAsync(
            setting: null, headed: false, mayInstall: true, TestContext.Progress.WriteLine, CancellationToken.None);
        await TestContext.Progress.WriteLineAsync($"Browser: {_browser.Path} ({_browser.Kind}, {_browser.Source})");
    }
}
