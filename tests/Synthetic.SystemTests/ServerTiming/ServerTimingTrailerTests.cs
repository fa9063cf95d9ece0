using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Pooling;

namespace Synthetic.SystemTests.ServerTiming;

/// <summary>Server-Timing behind the body. A browser that starts to read it fails these: then we must read it too.</summary>
public sealed class ServerTimingTrailerTests
{
    private const string ReadEntry = """
        async () => {
          const entry = new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0])).observe({ type: 'resource' }));
          const body = await (await fetch('/timed')).text();
          const { nextHopProtocol, serverTiming } = await entry;
          return [body, nextHopProtocol, serverTiming.map(m => `${m.name}=${m.duration}`).join()].join(' ');
        }
        """;

    private BrowserPool _pool = null!;

    [OneTimeSetUp]
    public void Open() => _pool = new(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path });

    [OneTimeTearDown]
    public async Task Close() => await _pool.DisposeAsync();

    [Test]
    public async Task TrailersOfAChunkedBodyAreReadByNeitherTheBrowserNorUs()
    {
        const string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: Server-Timing\r\nServer-Timing: head;dur=1\r\n\r\n"
            + "4\r\nbody\r\n0\r\nServer-Timing: tail;dur=2\r\n\r\n";
        await using var site = new RawSite(path => path == "/timed" ? chunked : RawSite.Response("", "<!doctype html>"));

        Assert.That(await ReadAsync(site.Uri), Is.EqualTo(("body http/1.1 head=1", "head;dur=1")));
    }

    [Test]
    public async Task TrailersOfHttp2AreReadByNeitherTheBrowserNorUs()
    {
        using var certificate = SelfSigned();
        await using var app = Http2(certificate);
        await app.StartAsync();

        Assert.That(await ReadAsync(new Uri(app.Urls.First())), Is.EqualTo(("body h2 head=1", "head;dur=1")));
    }

    private async Task<(string Page, string Driver)> ReadAsync(Uri site)
    {
        await using var lease = await _pool.RentAsync(new BrowserNewContextOptions { IgnoreHTTPSErrors = true });
        var log = new NetworkLog(lease.Context, TimeProvider.System);
        var page = await lease.Context.NewPageAsync();
        await page.GotoAsync(site.ToString());
        var timed = page.WaitForRequestFinishedAsync(new() { Predicate = request => request.Url.EndsWith("/timed", StringComparison.Ordinal) });
        var read = await page.EvaluateAsync<string>(ReadEntry);
        await timed;
        var exchanges = log.Read(0);
        return (read, string.Join('|', exchanges.Single(e => e.Url.EndsWith("/timed", StringComparison.Ordinal)).ServerTiming));
    }

    private static WebApplication Http2(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(certificate);
        }));
        var app = builder.Build();
        app.MapGet("/", () => TypedResults.Content("<!doctype html>", "text/html"));
        app.MapGet("/timed", async (HttpResponse response) =>
        {
            response.Headers["Server-Timing"] = "head;dur=1";
            response.DeclareTrailer("Server-Timing");
            await response.WriteAsync("body");
            response.AppendTrailer("Server-Timing", "tail;dur=2");
        });
        return app;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
