using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Synthetic.Benchmarks.Proof.Overlap;

/// <summary>Takes orders: prices them, and looks into the stock, in one way or another; and says in Server-Timing how long each really took.</summary>
public sealed class OverlapServer : IAsyncDisposable
{
    private const int PricingMs = 290;
    private const int StockMs = 150;
    private const int RestMs = 12;

    private readonly WebApplication _app;

    private OverlapServer(WebApplication app) => _app = app;

    public Uri Uri => new(_app.Urls.First() + "/");

    /// <summary>How it does what it does.</summary>
    public Way Way { get; set; }

    /// <summary>What of it.</summary>
    public Work Work { get; set; } = Work.Both;

    public static async Task<OverlapServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new OverlapServer(app);
        app.MapGet("/", () => TypedResults.Content(
            "<!doctype html><meta charset=utf-8><title>Order</title><button id=order>Order</button><p id=out></p>"
            + "<script>order.onclick = async () => { out.textContent = await (await fetch('/order', { method: 'POST' })).text(); }</script>", "text/html"));
        app.MapPost("/order", server.OrderAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task OrderAsync(HttpContext http)
    {
        var took = new Dictionary<string, double>();
        await TimedAsync("total", took, async () =>
        {
            await WorkAsync(took);
            await WaitAsync(RestMs);
        });
        http.Response.Headers["Server-Timing"] = string.Join(", ", took.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key};dur={one.Value:0.0}")));
        await http.Response.WriteAsync("ordered");
    }

    private Task WorkAsync(Dictionary<string, double> took)
    {
        Task StockAsync() => Work.HasFlag(Work.Stock) ? TimedAsync("stock", took, () => WaitAsync(StockMs)) : Task.CompletedTask;
        Task PricingAsync(Func<Task> work) => Work.HasFlag(Work.Pricing) ? TimedAsync("pricing", took, work) : Task.CompletedTask;
        return Way switch
        {
            Way.Parallel => Task.WhenAll(PricingAsync(() => WaitAsync(PricingMs)), StockAsync()),
            Way.Serial => InTurnAsync(() => PricingAsync(() => WaitAsync(PricingMs)), StockAsync),
            Way.Within when Work.HasFlag(Work.Pricing) => PricingAsync(() => InTurnAsync(() => WaitAsync(PricingMs - StockMs), StockAsync)),
            Way.Within => StockAsync(),
        };
    }

    private static async Task InTurnAsync(Func<Task> first, Func<Task> second)
    {
        await first();
        await second();
    }

    private static async Task TimedAsync(string name, Dictionary<string, double> took, Func<Task> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        await work();
        var ms = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        lock (took)
            took[name] = ms;
    }

    private static Task WaitAsync(int ms) => Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System);
}
