using Microsoft.Playwright;

namespace Synthetic.Browser.Pooling;

/// <summary>Opens a context for a user that the browser has counted already; where that fails, the user is counted out again.</summary>
internal static class ContextOpening
{
    /// <returns>The lease; <c>null</c> where the browser died or hung: another browser may not.</returns>
    /// <exception cref="PlaywrightException">The context's options are no good.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was being opened is closed in the background.</exception>
    public static async Task<BrowserLease?> OpenAsync(
        WarmBrowser browser, Func<IPlaywright, BrowserNewContextOptions> contextOptions, BrowserPoolOptions options, CancellationToken ct)
    {
        Task<IBrowserContext>? opening = null;
        try
        {
            opening = browser.Browser.NewContextAsync(contextOptions(browser.Playwright));
            return new BrowserLease(browser, await opening.WaitAsync(options.OpenTimeout, options.TimeProvider, ct), options);
        }
        catch (OperationCanceledException) when (opening is not null)
        {
            _ = CloseWhenOpenAsync(browser, opening, options);
            throw;
        }
        catch (TimeoutException)
        {
            browser.Kill($"a context did not open within {options.OpenTimeout.TotalSeconds:0.#} s");
            browser.Leave();
            return null;
        }
        catch (PlaywrightException) when (browser.IsDead)
        {
            browser.Leave();
            return null;
        }
        catch
        {
            browser.Leave();
            throw;
        }
    }

    private static async Task CloseWhenOpenAsync(WarmBrowser browser, Task<IBrowserContext> opening, BrowserPoolOptions options)
    {
        try
        {
            var context = await opening.WaitAsync(options.OpenTimeout, options.TimeProvider);
            await ContextClosing.CloseAsync(browser, context, options);
        }
        catch (TimeoutException)
        {
            browser.Kill($"a context did not open within {options.OpenTimeout.TotalSeconds:0.#} s");
        }
        catch (PlaywrightException)
        {
            // It never opened; there is nothing to close.
        }
        finally
        {
            browser.Leave();
        }
    }
}
