using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Synthetic.SystemTests.Driving;

/// <summary>A page whose HTML is there before its script: what a server renders for a framework that takes over later.</summary>
internal static class LateSite
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(600);

    /// <summary>One whose script comes a while after the page.</summary>
    /// <param name="body">The page's HTML.</param>
    /// <param name="script">What its script does when it comes.</param>
    public static Task<TestSite> OfAsync(string body, string script) => StartAsync(body, script, Task.CompletedTask, () => { });

    /// <summary>One whose script comes a while after somebody has pressed something: a style tells the server of that, so that no listener need do it.</summary>
    /// <param name="body">The page's HTML.</param>
    /// <param name="script">What its script does when it comes.</param>
    public static Task<TestSite> AfterAPressAsync(string body, string script)
    {
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return StartAsync("<style>html:active { background: url(/pressed) }</style>" + body, script, pressed.Task, () => pressed.TrySetResult());
    }

    private static Task<TestSite> StartAsync(string body, string script, Task until, Action press) => TestSite.StartAsync(app =>
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
            await until;
            await Task.Delay(Delay, TimeProvider.System);
            return TypedResults.Content(script, "text/javascript");
        });
        app.MapGet("/pressed", () =>
        {
            press();
            return TypedResults.NotFound();
        });
    });
}
