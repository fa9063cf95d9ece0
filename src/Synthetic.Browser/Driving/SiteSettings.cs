using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Cookies that are there from the start, and addresses that nothing is requested from.</summary>
internal static class SiteSettings
{
    public static async Task ApplyAsync(Scenario scenario, IBrowserContext context, ICDPSession session)
    {
        var settings = scenario.Browser;
        if (settings.Cookies.Count > 0 && scenario.BaseUrl is { } site)
            await context.AddCookiesAsync(settings.Cookies.Select(cookie => new Cookie { Name = cookie.Key, Value = cookie.Value, Url = site.ToString() }));
        if (settings.Block.Count == 0)
            return;
        // By the browser itself: to intercept requests would cost each of them milliseconds.
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setBlockedURLs", new Dictionary<string, object> { ["urls"] = settings.Block });
    }
}
