using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Synthetic.Benchmarks.Delivery;

/// <summary>Pages to watch, each of which fails every second time, and a webhook that is in trouble.</summary>
internal sealed class TroubledReceiver : IAsyncDisposable
{
    /// <summary>How long it wants to be left alone where it is busy.</summary>
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly IEnumerator<Trouble> _troubles;
    private readonly List<Attempt> _attempts = [];
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly SemaphoreSlim _news = new(0);
    private bool _well;
    private long? _busySince;

    private TroubledReceiver(WebApplication app, IEnumerable<Trouble> troubles) => (_app, _troubles) = (app, troubles.GetEnumerator());

    /// <summary>Where both are.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<Attempt> Attempts
    {
        get
        {
            lock (_gate)
                return [.. _attempts];
        }
    }

    /// <summary>Requests that came while it wanted to be left alone.</summary>
    public int TooEarly { get; private set; }

    /// <summary>Whether its pages fail every second time, or never.</summary>
    public bool PagesFail { get; set; } = true;

    /// <summary>Starts it.</summary>
    /// <param name="troubles">What becomes of the first request, the second, and so on; after the last one it is well.</param>
    public static async Task<TroubledReceiver> StartAsync(IEnumerable<Trouble> troubles)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new TroubledReceiver(builder.Build(), troubles);
        receiver._app.MapGet("/{name}", receiver.Answer);
        receiver._app.MapPost("/alerts", receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Ends its troubles.</summary>
    public void Recover()
    {
        lock (_gate)
            _well = true;
    }

    /// <summary>How often a page was asked for.</summary>
    public int Asked(string page) => _asked.GetValueOrDefault(page);

    /// <summary>Waits for the next request, of a page or to the webhook, that nobody has waited for yet.</summary>
    public Task NextAsync(CancellationToken ct) => _news.WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        // A request that hangs must not hold up the end.
        using var now = new CancellationTokenSource(TimeSpan.Zero, TimeProvider.System);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _troubles.Dispose();
        _news.Dispose();
    }

    private ContentHttpResult Answer(string name)
    {
        var count = _asked.AddOrUpdate(name, 1, (_, n) => n + 1);
        _news.Release();
        return TypedResults.Content("<!doctype html><title>Watched</title><p>Here", "text/html", null, PagesFail && count % 2 == 0 ? 500 : 200);
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var trouble = Next($"{http.Request.Headers["Idempotency-Key"]}", body);
        _news.Release();
        switch (trouble)
        {
            case Trouble.None:
                return;
            case Trouble.Error:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Trouble.Busy:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = $"{BusyFor.TotalSeconds:0}";
                return;
            case Trouble.Reset or Trouble.LostAnswer:
                http.Abort();
                return;
            case Trouble.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
        }
    }

    private Trouble Next(string key, string body)
    {
        lock (_gate)
        {
            if (_busySince is { } since && TimeProvider.System.GetElapsedTime(since) < BusyFor)
                TooEarly++;
            var trouble = !_well && _troubles.MoveNext() ? _troubles.Current : Trouble.None;
            // Before its answer goes out: the sender counts from later on.
            _busySince = trouble == Trouble.Busy ? TimeProvider.System.GetTimestamp() : null;
            _attempts.Add(new Attempt(key, body, trouble, TimeProvider.System.GetUtcNow()));
            return trouble;
        }
    }
}

/// <summary>A request to the webhook.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Body">The alert.</param>
/// <param name="Trouble">What became of it.</param>
/// <param name="At">When it came.</param>
internal sealed record Attempt(string Key, string Body, Trouble Trouble, DateTimeOffset At)
{
    /// <summary>Whether the receiver has it, whatever the sender knows.</summary>
    public bool Taken => Trouble is Trouble.None or Trouble.LostAnswer;
}
