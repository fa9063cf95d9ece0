using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Proving;

/// <summary>A page with one button, and slow answers whose every request is counted: a replay must ask for none.</summary>
internal sealed class CountedSite : IAsyncDisposable
{
    /// <summary>What a slow answer takes, in milliseconds.</summary>
    public const int Slow = 300;

    private readonly ConcurrentDictionary<string, int> _hits = [];
    private TestSite _site = null!;
    private TestSite _other = null!;
    private long? _accepted;

    public Uri Uri => _site.Uri;

    /// <summary>The page's body; <c>OTHER</c> stands for another origin, <c>SITE</c> for another site.</summary>
    public string Body { get; set; } = "";

    /// <summary>Requests that reached a server, by method and path.</summary>
    public IReadOnlyDictionary<string, int> Hits => _hits.ToDictionary();

    public static async Task<CountedSite> StartAsync()
    {
        var site = new CountedSite();
        site._site = await TestSite.StartAsync(site.Map);
        site._other = await TestSite.StartAsync(site.Map);
        return site;
    }

    public void Forget() => _hits.Clear();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _other.DisposeAsync();
    }

    private void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Use(async (context, next) =>
        {
            _hits.AddOrUpdate($"{context.Request.Method} {context.Request.Path}", 1, (_, n) => n + 1);
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = context.Request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : "*";
            headers.AccessControlAllowCredentials = "true";
            headers.AccessControlAllowMethods = "GET, POST, PUT";
            headers.AccessControlAllowHeaders = "content-type, x-asked";
            headers["Timing-Allow-Origin"] = "*";
            if (HttpMethods.IsOptions(context.Request.Method))
                context.Response.StatusCode = 204;
            else
                await next(context);
        });
        app.MapGet("/", () => TestSite.Page($"<button id=go>go</button><p id=out></p>{Filled}"));
        app.MapMethods("/slow/{**rest}", ["GET", "POST", "PUT"], SlowAsync);
        app.MapPost("/order", async context =>
        {
            await WaitAsync(context);
            context.Response.Cookies.Append("ordered", "yes");
            context.Response.Redirect("/confirmation?of=1");
            context.Response.StatusCode = 303;
        });
        app.MapPost("/slow/accept", AcceptAsync);
        app.MapGet("/slow/state", context => context.Response.WriteAsync(_accepted is { } at && TimeProvider.System.GetElapsedTime(at).TotalMilliseconds > Slow / 3 ? "carried out" : "accepted"));
        app.MapGet("/confirmation", () => TestSite.Page("<link rel=stylesheet href=/style.css><p id=out>done</p>"));
        app.MapGet("/moved", context => Task.Run(() => context.Response.Redirect("/slow/moved")));
        app.MapGet("/style.css", () => TypedResults.Content("p { color: green }", "text/css"));
        app.MapGet("/kept.js", context =>
        {
            context.Response.Headers.CacheControl = "max-age=600";
            context.Response.ContentType = "text/javascript";
            return context.Response.WriteAsync("window.kept = (window.kept ?? 0) + 1");
        });
        app.MapGet("/image.svg", async context =>
        {
            await WaitAsync(context);
            context.Response.ContentType = "image/svg+xml";
            await context.Response.WriteAsync("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90'/></svg>");
        });
        app.MapGet("/frame", () => TestSite.Page("<button id=go>go</button><p id=out></p><script>go.onclick = async () => { out.textContent = await (await fetch('/slow/frame', { method: 'POST' })).text(); }</script>"));
        app.MapGet("/worker.js", () => TypedResults.Content("onmessage = async () => postMessage(await (await fetch('/slow/worker')).text())", "text/javascript"));
        app.MapGet("/service.js", () => TypedResults.Content("oninstall = () => skipWaiting(); onactivate = e => e.waitUntil(clients.claim()); onfetch = e => { if (e.request.url.includes('/slow/')) e.respondWith(fetch(e.request)); }", "text/javascript"));
        app.MapGet("/events", async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: one\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        app.MapGet("/socket", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync("done"u8.ToArray(), System.Net.WebSockets.WebSocketMessageType.Text, true, context.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
    }

    private string Filled => Body
        .Replace("OTHER", _other.Uri.ToString().TrimEnd('/'), StringComparison.Ordinal)
        .Replace("SITE", _other.Uri.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal), StringComparison.Ordinal);

    private static async Task SlowAsync(HttpContext context)
    {
        await WaitAsync(context);
        await context.Response.WriteAsync("done");
    }

    /// <summary>Takes an order that is carried out later: 202, with as many bytes as <c>body</c> says.</summary>
    private async Task AcceptAsync(HttpContext context)
    {
        _accepted = null;
        await WaitAsync(context);
        _accepted = TimeProvider.System.GetTimestamp();
        context.Response.StatusCode = 202;
        if (int.TryParse(context.Request.Query["body"], out var bytes))
            await context.Response.WriteAsync(new string('x', bytes));
    }

    /// <summary>Waits, for the database unless <c>as</c> says for what, and <c>ms</c> how long.</summary>
    private static Task WaitAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var ms = int.TryParse(query["ms"], out var given) ? given : Slow;
        context.Response.Headers["Server-Timing"] = $"{(query.TryGetValue("as", out var name) ? name : "db")};dur={ms}";
        return Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, context.RequestAborted);
    }
}
