using Microsoft.Playwright;
using Synthetic.Browser.Processes;

namespace Synthetic.Browser.Pooling;

/// <summary>Ends a browser and its driver: asks them first, then kills them.</summary>
internal static class BrowserClosing
{
    /// <summary>Returns when nothing of it runs any more; throws nothing a hung or dead browser could cause.</summary>
    public static async Task CloseAsync(WarmBrowser browser, BrowserProcesses processes, BrowserPoolOptions options)
    {
        try
        {
            await browser.Browser.CloseAsync().WaitAsync(options.CloseTimeout, options.TimeProvider);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Dead or hung: either way the next line ends it.
        }
        processes.KillBrowser();
        await StopDriverAsync(browser.Playwright, options);
        processes.KillDriver();
        using var limit = new CancellationTokenSource(options.CloseTimeout, options.TimeProvider);
        try
        {
            await processes.GoneAsync(options.TimeProvider, limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The kernel holds on to a process in the middle of a write; nothing more can be done about it.
        }
    }

    /// <summary>Stops a driver, which takes along every browser it started.</summary>
    public static async Task StopDriverAsync(IPlaywright playwright, BrowserPoolOptions options)
    {
        try
        {
            // Dispose waits for the driver's process without a bound of its own.
            await Task.Run(playwright.Dispose).WaitAsync(options.CloseTimeout, options.TimeProvider);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Dead or hung: the caller kills its process next, where it knows it.
        }
    }
}
