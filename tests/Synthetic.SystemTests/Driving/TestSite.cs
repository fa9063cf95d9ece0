using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Synthetic.SystemTests.Driving;

/// <summary>A web server of a test's own: real HTTP on a free loopback port.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestSite(WebApplication app) => _app = app;

    public Uri Uri => new(_app.Urls.First() + "/");

    public static async Task<TestSite> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new TestSite(app);
    }

    /// <summary>A site of one page.</summary>
    public static Task<TestSite> OfAsync(string body) => StartAsync(app => app.MapGet("/", () => Page(body)));

    public static IResult Page(string body) =>
        TypedResults.Content($"<!doctype html><meta charset=utf-8><title>Test</title>{body}", "text/html");

    public async ValueTask DisposeAsync()
    {
        // A handler that never answers must not hold the test up.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
