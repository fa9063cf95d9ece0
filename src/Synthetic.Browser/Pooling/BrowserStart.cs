using System.ComponentModel;
using Microsoft.Playwright;
using Synthetic.Browser.Finding;
using Synthetic.Browser.Noise;
using Synthetic.Browser.Processes;

namespace Synthetic.Browser.Pooling;

/// <summary>Starts a driver and a browser under it.</summary>
internal sealed class BrowserStart(BrowserPoolOptions options, HostMonitor host)
{
    /// <summary>Starts both, or neither.</summary>
    /// <exception cref="BrowserUnavailableException">One of them does not start; the message says why and what to do.</exception>
    public async Task<WarmBrowser> StartAsync()
    {
        if (!File.Exists(options.BrowserPath))
            throw new BrowserUnavailableException($"There is no browser at {options.BrowserPath}. {BrowserFinder.AdviceFor(options.Headed)}");
        var playwright = await StartDriverAsync();
        try
        {
            var package = PlaywrightDriver.PackageFolder(new ThisMachine());
            var launch =
                LaunchArguments.For(options, await DriverFeatures.DisabledAsync(package, CancellationToken.None));
            var browser = await playwright.Chromium.LaunchAsync(launch).WaitAsync(options.OpenTimeout, options.TimeProvider);
            var process = await ProcessOfAsync(browser).WaitAsync(options.OpenTimeout, options.TimeProvider);
            return new WarmBrowser(playwright, browser, BrowserProcesses.Of(process), host, options);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            await BrowserClosing.StopDriverAsync(playwright, options);
            throw LaunchFailure.Of(e, options);
        }
    }

    private async Task<IPlaywright> StartDriverAsync()
    {
        DriverCodeCache.Use(new ThisMachine());
        var starting = Microsoft.Playwright.Playwright.CreateAsync();
        try
        {
            return await starting.WaitAsync(options.OpenTimeout, options.TimeProvider);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or Win32Exception or IOException)
        {
            if (e is TimeoutException)
                _ = starting.ContinueWith(
                    async late => (await late).Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw LaunchFailure.OfDriver(e);
        }
    }

    /// <summary>Asks the browser itself: the process that was started may be a script around it.</summary>
    private static async Task<ProcessTree> ProcessOfAsync(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var answer = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        var id = answer?.GetProperty("processInfo").EnumerateArray()
            .Where(process => process.GetProperty("type").GetString() == "browser")
            .Select(process => (int?)process.GetProperty("id").GetInt32())
            .FirstOrDefault();
        return (id is { } number ? ProcessTree.Of(number) : null)
            ?? throw new PlaywrightException("The browser does not tell its process.");
    }
}
