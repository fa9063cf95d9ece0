using Microsoft.Playwright;

namespace Synthetic.Browser.Pooling;

/// <summary>Closes a context. A context that cannot be closed would disturb the next measurement, so its browser is then killed.</summary>
internal static class ContextClosing
{
    public static async Task CloseAsync(WarmBrowser browser, IBrowserContext context, BrowserPoolOptions options)
    {
        try
        {
            await context.CloseAsync().WaitAsync(options.CloseTimeout, options.TimeProvider);
        }
        catch (TimeoutException)
        {
            browser.Kill($"a context did not close within {options.CloseTimeout.TotalSeconds:0.#} s");
        }
        catch (PlaywrightException e)
        {
            if (!browser.IsDead)
                browser.Kill($"a context could not be closed: {e.Message}");
        }
    }
}
