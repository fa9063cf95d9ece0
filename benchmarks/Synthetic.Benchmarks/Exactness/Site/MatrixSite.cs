using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>Serves the matrix's pages on two origins, and takes in what the pages themselves say was true.</summary>
public sealed class MatrixSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _webVitals;
    private SlowDoor? _door;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<PageTruth[]>> _told = new();

    private MatrixSite(WebApplication app, string? webVitals) => (_app, _webVitals) = (app, webVitals);

    /// <summary>Where the pages are.</summary>
    public Uri Uri => new(_app.Urls.First() + "/");

    /// <summary>The same server under another port: another origin.</summary>
    public Uri Other => new(_app.Urls.Last() + "/");

    /// <param name="webVitals">The library's source; <c>null</c> to do without.</param>
    /// <param name="bundles">Where the frameworks' pages are; <c>null</c> to do without.</param>
    public static async Task<MatrixSite> StartAsync(string? webVitals, string? bundles = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0", "http://127.0.0.1:0");
        BlazorPage.AddTo(builder.Services);
        var app = builder.Build();
        var site = new MatrixSite(app, webVitals);
        site.Map();
        if (bundles is not null)
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(bundles), RequestPath = "/frameworks" });
        await app.StartAsync();
        return site;
    }

    /// <summary>What the pages of a run told of themselves.</summary>
    /// <exception cref="TimeoutException">They never did.</exception>
    public Task<PageTruth[]> TruthAsync(string run) => Telling(run).Task.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _door?.Dispose();
    }

    private void Map()
    {
        MessageEndpoints.Map(_app);
        BlazorPage.Map(_app);
        _app.MapGet("/page/{name}", (string name) => Page(MatrixCases.Named(name), "page"));
        _app.MapMethods("/page/{name}/{part}", ["GET", "POST"], async (string name, string part, HttpContext http) =>
        {
            await TimedAnswer.HeadAsync(http);
            return Page(MatrixCases.Named(name), part);
        });
        _app.MapGet("/truth.js", () => Script(Resource("truth.js")));
        _app.MapGet("/_framework/blazor.web.js", () => Script(Resource("blazor.web.js")));
        _app.MapGet("/worker.js", () => Script(Resource("worker.js")));
        _app.MapGet("/service-worker.js", () => Script(Resource("service-worker.js")));
        _app.MapGet("/web-vitals.js", () => Script(_webVitals ?? ""));
        _app.MapMethods("/api", ["GET", "POST", "OPTIONS"], TimedAnswer.WriteAsync);
        _app.MapGet("/image", TimedAnswer.WriteImageAsync);
        _app.MapGet("/style.css", TimedAnswer.WriteStyleAsync);
        _app.MapGet("/module.js", TimedAnswer.WriteModuleAsync);
        _app.MapGet("/font.ttf", TimedAnswer.WriteFontAsync);
        _app.MapGet("/streamed", http => TimedAnswer.WritePiecesAsync(
            http, "<!doctype html><meta charset=utf-8><script src=/truth.js></script><h1>streamed</h1>", "<p id=out>done</p><script>shown()</script>", "<p>more</p>"));
        _app.MapMethods("/away", ["GET", "POST"], async (HttpContext http, string to) =>
        {
            await TimedAnswer.HeadAsync(http);
            // After a form's POST the browser must ask for the next page with GET.
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = to;
        });
        _app.MapGet("/door", () => NextDoor().Address);
        _app.MapPost("/door", () => { _ = _door!.OpenAsync(_app.Lifetime.ApplicationStopping); });
        _app.MapGet("/end", () => TypedResults.Content(
            """
            <!doctype html><meta charset=utf-8><title>End</title><p id=out></p>
            <script>
              const pages = sessionStorage.getItem('pages') ?? '[]';
              sessionStorage.clear();
              fetch('/told' + location.search, { method: 'POST', body: pages, headers: { 'content-type': 'application/json' } })
                .then(() => out.textContent = 'told');
            </script>
            """,
            "text/html"));
        _app.MapPost("/told", (string run, PageTruth[] pages) => { Telling(run).TrySetResult(pages); });
    }

    private SlowDoor NextDoor()
    {
        _door?.Dispose();
        return _door = new SlowDoor();
    }

    private TaskCompletionSource<PageTruth[]> Telling(string run) =>
        _told.GetOrAdd(run, _ => new TaskCompletionSource<PageTruth[]>(TaskCreationOptions.RunContinuationsAsynchronously));

    private IResult Page(MatrixCase page, string part) => TypedResults.Content(
        $$"""
        <!doctype html><meta charset=utf-8><title>{{page.Name}}</title>
        <style>body { font: 16px sans-serif } #go, input { display: block; margin: 20px; padding: 10px 30px }</style>
        {{(_webVitals is null ? "" : "<script src=/web-vitals.js></script>")}}
        <script src=/truth.js></script>
        <script>
          const other = '{{(page.Other ? Other : Uri).GetLeftPart(UriPartial.Authority)}}';
          const otherSite = location.origin.replace('127.0.0.1', 'localhost');
        </script>
        {{page.Part(part)}}
        """,
        "text/html");

    private static IResult Script(string text) => TypedResults.Content(text, "text/javascript");

    private static string Resource(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"Synthetic.Benchmarks.Exactness.Site.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
