using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>
/// Connections that stay open. <c>/socket</c> answers each message after as many milliseconds as it says; with <c>every</c> it also
/// sends ticks that nobody asked for. <c>/events</c> is a stream into which <c>POST /push?ms=250</c> puts an event that much later.
/// <c>/lines</c> answers line by line; <c>/job</c> is done so long after it was asked for first, or is not answered before.
/// </summary>
internal static class MessageEndpoints
{
    private static readonly ConcurrentDictionary<string, HttpResponse> Streams = new();
    private static readonly ConcurrentDictionary<string, DateTimeOffset> Jobs = new();

    public static void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.MapGet("/socket", (HttpContext http, int? every) => SocketAsync(http, every));
        app.MapGet("/events", (HttpContext http, string id) => StreamAsync(http, id));
        app.MapGet("/lines", (HttpContext http, int count, int every) => LinesAsync(http, count, every));
        app.MapGet("/job", (HttpContext http, string id, int? ms, int? hold) => JobAsync(http, id, ms ?? 0, hold ?? 0));
        app.MapPost("/push", (string id, int ms) => { _ = PushAsync(id, ms); });
    }

    private static async Task SocketAsync(HttpContext http, int? every)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var sending = new SemaphoreSlim(1);
        async Task SendAsync(string text)
        {
            await sending.WaitAsync(http.RequestAborted);
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, http.RequestAborted);
            sending.Release();
        }
        async Task TickAsync(int ms)
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, http.RequestAborted);
                await SendAsync("tick");
            }
        }
        if (every is { } ms)
            _ = TickAsync(ms);
        var buffer = new byte[256];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), http.RequestAborted) is { MessageType: WebSocketMessageType.Text, Count: var count })
            {
                var wait = double.Parse(Encoding.UTF8.GetString(buffer, 0, count), CultureInfo.InvariantCulture);
                await Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System, http.RequestAborted);
                await SendAsync("done");
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The page went away.
        }
    }

    private static async Task StreamAsync(HttpContext http, string id)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync(": open\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        Streams[id] = http.Response;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Streams.TryRemove(id, out _);
    }

    private static async Task LinesAsync(HttpContext http, int count, int every)
    {
        http.Response.ContentType = "application/x-ndjson";
        for (var n = 0; n < count; n++)
        {
            await http.Response.WriteAsync($"{{\"n\":{n}}}\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(every), TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<string> JobAsync(HttpContext http, string id, int ms, int hold)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(hold), TimeProvider.System, http.RequestAborted);
        var now = TimeProvider.System.GetUtcNow();
        return now - Jobs.GetOrAdd(id, now) >= TimeSpan.FromMilliseconds(ms) ? "done" : "not yet";
    }

    private static async Task PushAsync(string id, int ms)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System);
        if (!Streams.TryGetValue(id, out var stream))
            return;
        await stream.WriteAsync("event: done\ndata: done\n\n");
        await stream.Body.FlushAsync();
    }
}
