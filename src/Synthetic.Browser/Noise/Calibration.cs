using Microsoft.Playwright;

namespace Synthetic.Browser.Noise;

/// <summary>Interactions with an empty handler on a blank page: how long this machine takes for an interaction that does nothing.</summary>
internal static class Calibration
{
    /// <summary>The first interactions of a page are slower, since its code is compiled: they do not count.</summary>
    private const int WarmUp = 2;

    /// <summary>An odd number, so that the median is one of them. More would take time and hardly change it.</summary>
    private const int Counted = 7;

    private static readonly string Script = EmbeddedScript.Read("Noise.calibrate.js");

    /// <summary>Clicks on a page of its own and closes nothing: the context is the caller's.</summary>
    /// <returns>The median in milliseconds, from the input to its frame, by the page's own clock.</returns>
    /// <exception cref="PlaywrightException">The browser went away.</exception>
    public static async Task<double> MeasureAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.EvaluateAsync($"(0, eval)({System.Text.Json.JsonSerializer.Serialize(Script)})");
        double[] times = [];
        for (var n = 1; n <= WarmUp + Counted; n++)
        {
            await page.Mouse.ClickAsync(8, 8);
            times = await page.EvaluateAsync<double[]>("n => paintedAfter(n)", n);
        }
        return times.Skip(WarmUp).Order().ElementAt(Counted / 2);
    }
}
