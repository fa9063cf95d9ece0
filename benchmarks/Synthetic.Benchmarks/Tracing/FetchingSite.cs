using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Synthetic.Benchmarks.Tracing;

/// <summary>A page that fetches one small answer after another, takes the time of each by its own clock, and tells.</summary>
internal sealed class FetchingSite : IAsyncDisposable
{
    /// <summary>Fetches of one visit.</summary>
    public const int Fetches = 40;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, double[]> _told = new();

    private FetchingSite(WebApplication app) => _app = app;

    public Uri Uri => new(_app.Urls.First() + "/");

    public static async Task<FetchingSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new FetchingSite(app);
        app.MapGet("/", () => TypedResults.Content(Page, "text/html"));
        app.MapGet("/data", () => TypedResults.Ok("small"));
        app.MapPost("/told", async (HttpRequest request) =>
            site._told[$"{request.Query["run"]}"] = (await JsonSerializer.DeserializeAsync<double[]>(request.Body))!);
        await app.StartAsync();
        return site;
    }

    /// <summary>What a visit told, in milliseconds.</summary>
    public double[] Of(string run) => _told[run];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Page { get; } = $$"""
        <!doctype html><meta charset=utf-8><title>Fetching</title>
        <script>
          (async () => {
            const times = [];
            for (let n = 0; n < {{Fetches}}; n++) {
              const begin = performance.now();
              await (await fetch('/data')).text();
              times.push(performance.now() - begin);
            }
            await fetch('/told' + location.search, { method: 'POST', body: JSON.stringify(times) });
            document.body.append('told');
          })();
        </script>
        """;
}
