using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Synthetic.Benchmarks.Kills;

/// <summary>Pages to watch, each of which fails every second time, and a webhook that takes down the alerts about them.</summary>
internal sealed class AlertReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<Delivery> _deliveries = [];
    private readonly ConcurrentDictionary<string, int> _asked = new();

    private AlertReceiver(WebApplication app) => _app = app;

    /// <summary>Where both are.</summary>
    public string Address => _app.Urls.First();

    /// <summary>What was delivered so far, in order.</summary>
    public IReadOnlyList<Delivery> Deliveries
    {
        get
        {
            lock (_deliveries)
                return [.. _deliveries];
        }
    }

    public static async Task<AlertReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new AlertReceiver(builder.Build());
        receiver._app.MapGet("/{name}", receiver.Answer);
        receiver._app.MapPost("/alerts", receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private ContentHttpResult Answer(string name) => TypedResults.Content(
        "<!doctype html><title>Watched</title><p>Here", "text/html", null, _asked.AddOrUpdate(name, 1, (_, n) => n + 1) % 2 == 0 ? 500 : 200);

    private async Task TakeAsync(HttpContext http)
    {
        using var alert = await JsonDocument.ParseAsync(http.Request.Body);
        var delivery = new Delivery(
            $"{http.Request.Headers["Idempotency-Key"]}", alert.RootElement.GetProperty("fingerprint").GetString()!, alert.RootElement.GetProperty("state").GetString()!);
        lock (_deliveries)
            _deliveries.Add(delivery);
    }
}

/// <summary>An alert as it arrived.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Fingerprint">The condition it is about.</param>
/// <param name="State"><c>firing</c> and <c>resolved</c>, in turn.</param>
internal sealed record Delivery(string Key, string Fingerprint, string State);
