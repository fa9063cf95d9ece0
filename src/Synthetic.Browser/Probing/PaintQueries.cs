using Microsoft.Playwright;

namespace Synthetic.Browser.Probing;

/// <summary>Asks the probe in a page when something was painted. Instants are milliseconds since the Unix epoch.</summary>
/// <param name="key">The name of the probe's object on the page's window.</param>
internal sealed class PaintQueries(string key)
{
    /// <summary>How long to look for an element that was there a moment ago, in milliseconds.</summary>
    private const float LookupTimeout = 500;

    /// <summary>When the element's present look was painted; <c>null</c> where it was there before the step.</summary>
    public async Task<PaintedResult?> PaintedAsync(ILocator locator, string? text)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAsync<string?>(
                ProbeScript.TextOf($"await window.{key}?.painted(e, text)"), text, new() { Timeout = LookupTimeout }));
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It was there and is gone again, as short messages are: the step has seen it, but its paint can no longer be asked for.
            return null;
        }
    }

    /// <summary>Waits until no transition and no animation that ends by itself runs on an element any more.</summary>
    /// <returns>Whether it came to rest in time.</returns>
    public async Task<bool> RestsAsync(ILocator locator, TimeSpan atMost)
    {
        var ms = Math.Max(1, atMost.TotalMilliseconds);
        try
        {
            return await locator.EvaluateAsync<string?>(ProbeScript.TextOf($"await window.{key}?.rest(e, text)"), ms, new() { Timeout = LookupTimeout }) != "runs";
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It is gone again: what is gone does not move.
            return true;
        }
    }

    /// <summary>The same, for an element that a handle was kept of.</summary>
    public async Task<PaintedResult?> PaintedAsync(IElementHandle element) =>
        PaintedResult.Parse(await element.EvaluateAsync<string?>(ProbeScript.TextOf($"await window.{key}?.painted(e, null)")));

    /// <summary>Since when that holds; <c>null</c> where it did before, or where that can't be told.</summary>
    public async Task<PaintedResult?> SinceAsync(ILocator locator, string part)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAllAsync<string?>(ProbeScript.TextOf($"await window.{key}?.since(text)"), part));
        }
        catch (PlaywrightException)
        {
            // The page went on; the next one tells when it was painted.
            return null;
        }
    }

    /// <summary>When the page last painted a change.</summary>
    public async Task<double?> LastPaintAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{key}?.lastPaint() ?? null");

    /// <summary>When the page first painted under its present address; <c>null</c> where that was its load.</summary>
    public async Task<double?> AddressPaintedAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{key}?.addressPainted() ?? null");
}
