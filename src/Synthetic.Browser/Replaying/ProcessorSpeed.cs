using Microsoft.Playwright;

namespace Synthetic.Browser.Replaying;

/// <summary>Changes the speed of a page's processor and measures the result: the emulation does not exactly do what it is asked for.</summary>
internal static class ProcessorSpeed
{
    /// <summary>The median of several pieces of work, each much longer than the slices in which the browser stops the thread.</summary>
    private const string Work =
        """
        () => {
          let x = 0;
          const times = [];
          for (let round = 0; round < 9; round++) {
            const begin = performance.now();
            for (let i = 0; i < 600000; i++) x = Math.sqrt(x + i);
            times.push(performance.now() - begin);
          }
          return x < 0 ? 0 : times.sort((a, b) => a - b)[4];
        }
        """;

    /// <returns>How many times longer the same work takes now; <c>null</c> where the page does not say.</returns>
    public static async Task<double?> ChangeAsync(IPage page, ICDPSession session, double rate)
    {
        // The first time compiles it.
        await page.EvaluateAsync<double>(Work);
        var before = await page.EvaluateAsync<double>(Work);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = rate });
        var after = await page.EvaluateAsync<double>(Work);
        return before > 0 && after > 0 ? after / before : null;
    }
}
