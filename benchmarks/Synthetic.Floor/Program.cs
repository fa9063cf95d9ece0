using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

// The floor: what driving the shop costs with nothing around it. "floor URL BROWSER RUNS AT-ONCE" says after each run how many milliseconds it took.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (url, path, runs, atOnce) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = path,
    ChromiumSandbox = !Environment.IsPrivilegedProcess,
    // As ours.
    Args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"],
});
var left = runs;
await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
{
    while (Interlocked.Decrement(ref left) >= 0)
    {
        var begun = Stopwatch.GetTimestamp();
        await PlaceOrderAsync();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0.0}");
    }
}));

async Task PlaceOrderAsync()
{
    await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 720 }, Locale = "en-US" });
    var page = await context.NewPageAsync();
    await page.GotoAsync(url);
    await page.ClickAsync("#add-to-cart");
    await page.GetByText("1 item").First.WaitForAsync();
    await page.GetByRole(AriaRole.Button, new() { Name = "Place order" }).ClickAsync();
    await page.Locator("text=Order confirmed").WaitForAsync();
}
