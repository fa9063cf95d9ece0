using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Synthetic.SystemTests.Driving;

/// <summary>A page whose HTML is there before its script: what a server renders for a framework that takes over later.</summary>
internal static class LateSite
{
    /// <summary>Long enough for a click before it, short enough for one after it.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(900);

    /// <summary>Starts one.</summary>
    /// <param name="body">The page's HTML.</param>
    /// <param name="script">What its script does when it comes.</param>
    public static Task<TestSite> OfAsync(string body, string script) => TestSite.StartAsync(app =>
    {
        // Asked for after the load event, so that opening the page does not wait for it.
        app.MapGet("/", () => TestSite.Page($$"""
            {{body}}
            <script>
              addEventListener('load', () => setTimeout(() => document.head.append(Object.assign(document.createElement('script'), { src: '/app.js' }))));
            </script>
            """));
        app.MapGet("/app.js", async () =>
        {
            await Task.Delay(Delay, TimeProvider.System);
            return TypedResults.Content(script, "text/javascript");
        });
    });
}
