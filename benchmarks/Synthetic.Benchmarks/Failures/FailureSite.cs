using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Synthetic.Benchmarks.Failures;

/// <summary>Serves the pages on which steps go wrong, and is some of the servers that go wrong themselves.</summary>
public sealed class FailureSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;

    private FailureSite(WebApplication app, X509Certificate2 certificate) => (_app, _certificate) = (app, certificate);

    /// <summary>Where the pages are.</summary>
    public Uri Uri => new(_app.Urls.First() + "/");

    /// <summary>The servers by the names that cases give them, each with its host and port.</summary>
    public IReadOnlyDictionary<string, string> Servers { get; private set; } = new Dictionary<string, string>();

    public static async Task<FailureSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var certificate = SelfSigned();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        var site = new FailureSite(builder.Build(), certificate);
        site.Map();
        await site._app.StartAsync();
        site._silent.Start();
        _ = site.HangUpAsync();
        string[] urls = [.. site._app.Urls.Select(url => new Uri(url).Authority)];
        site.Servers = new Dictionary<string, string>
        {
            ["site"] = urls[0],
            ["other"] = urls[1],
            ["secure"] = urls[2],
            ["silent"] = site._silent.LocalEndpoint.ToString()!,
            ["closed"] = $"127.0.0.1:{FreePort.Next()}",
        };
        return site;
    }

    /// <summary>A text of a case with the servers that it names.</summary>
    public string WithServers(string text) => Servers.Aggregate(text, (result, server) => result.Replace($"{{{server.Key}}}", server.Value, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        _silent.Dispose();
        // Some of its answers never end.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/case/{slug}", (string slug, HttpContext http) =>
        {
            var one = FailureCases.All.First(one => one.Slug == slug);
            if (one.Header is var (name, value))
                http.Response.Headers[name] = value;
            return Page("Shop", WithServers(one.Body));
        });
        _app.MapGet("/other", () => Page("Other", "<h1>Another page</h1>"));
        _app.MapGet("/circle/a", () => TypedResults.Redirect("/circle/b"));
        _app.MapGet("/circle/b", () => TypedResults.Redirect("/circle/a"));
        _app.MapGet("/broken", (HttpContext http) =>
        {
            http.Response.StatusCode = 500;
            return Page("Trouble", "<h1>The shop is being repaired</h1>");
        });
        _app.MapGet("/file", () => TypedResults.File("PK"u8.ToArray(), "application/zip", "terms.zip"));
        _app.MapGet("/never", (HttpContext http) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted));
    }

    private static IResult Page(string title, string body) =>
        TypedResults.Content($"<!doctype html><meta charset=utf-8><title>{title}</title><link rel=icon href=\"data:,\">{body}", "text/html");

    private async Task HangUpAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _silent.AcceptTcpClientAsync();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The site is closed.
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=shop.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
