using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Synthetic.Shop;

namespace Synthetic.Benchmarks.Performance;

/// <summary>The embedded shop behind a door that adds to its page a script of a few lines, which tells what a person at the screen would have seen.</summary>
internal sealed class TruthfulShop : IAsyncDisposable
{
    /// <summary>How long an order takes, in milliseconds.</summary>
    public const int OrderMs = 400;

    /// <summary>How long the click's handler works, in milliseconds.</summary>
    public const int HandlerMs = 30;

    // The frame after the one that was asked for in the change's own task has been painted when its message comes.
    private const string Script = """
        addEventListener('pointerdown', e => window.pressed = e.timeStamp, true);
        new PerformanceObserver(list => {
          for (const e of list.getEntries())
            if (e.interactionId) {
              window.pageInp = Math.max(window.pageInp ?? 0, e.duration);
              if (e.startTime >= window.pressed - 1) window.inp = Math.max(window.inp ?? 0, e.duration);
            }
        }).observe({ type: 'event', durationThreshold: 16 });
        new MutationObserver((changes, observer) => {
          if (!document.getElementById('outcome')?.textContent.includes('Order confirmed')) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => navigator.sendBeacon('/truth', JSON.stringify(
              { at: performance.timeOrigin + window.pressed, response: performance.now() - window.pressed, inp: window.inp ?? null, pageInp: window.pageInp ?? null }));
            port2.postMessage(0);
          });
        }).observe(document, { childList: true, subtree: true });
        """;

    private readonly ShopHost _shop;
    private readonly WebApplication _door;
    private readonly HttpClient _client;
    private readonly ConcurrentQueue<Truth> _truths = new();

    private TruthfulShop(ShopHost shop, WebApplication door)
    {
        (_shop, _door) = (shop, door);
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = shop.BaseUri };
    }

    /// <summary>Where it is.</summary>
    public Uri Address => new(_door.Urls.First() + "/");

    /// <summary>What the pages told, in the order it came.</summary>
    public IReadOnlyList<Truth> Truths => [.. _truths];

    /// <summary>How many orders were placed.</summary>
    public Task<int> CountOrdersAsync() => _shop.CountOrdersAsync(CancellationToken.None);

    public static async Task<TruthfulShop> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var shop = await ShopHost.StartAsync(new ShopOptions { Faults = FaultSet.None with { DbMs = OrderMs, HandlerMs = HandlerMs } }, CancellationToken.None);
        var one = new TruthfulShop(shop, builder.Build());
        // A file of its own: the shop's policy lets no script stand in the page.
        one._door.MapGet("/truth.js", () => TypedResults.Text(Script, "text/javascript"));
        one._door.MapPost("/truth", one.TakeAsync);
        one._door.MapFallback("{**path}", one.PassAsync);
        await one._door.StartAsync();
        return one;
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _shop.DisposeAsync();
        _client.Dispose();
    }

    private async Task TakeAsync(HttpContext http) =>
        _truths.Enqueue((await JsonSerializer.DeserializeAsync<Truth>(http.Request.Body, JsonSerializerOptions.Web))!);

    private async Task PassAsync(HttpContext http)
    {
        using var asked = new HttpRequestMessage(new HttpMethod(http.Request.Method), $"{http.Request.Path}{http.Request.QueryString}".TrimStart('/'));
        if (http.Request.Headers.Cookie.Count > 0)
            asked.Headers.TryAddWithoutValidation("Cookie", (IEnumerable<string?>)http.Request.Headers.Cookie);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            asked.Content = new StreamContent(http.Request.Body);
            if (http.Request.ContentType is { } type)
                asked.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        using var answer = await _client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Content-Length" or "Date" or "Server")))
            http.Response.Headers[name] = values.ToArray();
        var body = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            body = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(body).Replace("<head>", "<head><script src=\"/truth.js\"></script>", StringComparison.Ordinal));
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}

/// <summary>What a page tells of its order.</summary>
/// <param name="At">When the pointer went down, in milliseconds since 1970 by the browser's clock.</param>
/// <param name="Response">From there to the frame after the confirmation, in milliseconds.</param>
/// <param name="Inp">The longest event of the click, by the browser's own entry; <c>null</c> for none.</param>
/// <param name="PageInp">The longest event of all clicks, likewise.</param>
internal sealed record Truth(double At, double Response, double? Inp, double? PageInp);
