using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Synthetic.Core.Reporting;

namespace Synthetic.Worker.Http;

/// <summary>What the worker answers over HTTP: whether it lives and is ready, metrics, and kept runs.</summary>
internal sealed class HttpEndpoint(
    HttpAddresses addresses, Readiness readiness, ApiToken token, MeterProvider meters, IRunHistory? history = null, MaintenanceRoutes? maintenance = null) : IHostedService
{
    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // The worker's log is its lines; a request is none of them.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(addresses.Urls.Split(';')).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Signals are the worker's: it answers until its runs have ended.
        builder.Services.AddSingleton<IHostLifetime, OuterLifetime>();
        _app = builder.Build();
        HealthRoutes.Map(_app, readiness);
        _app.MapPrometheusScrapingEndpoint("/metrics", meters, null, null);
        if (history is not null)
            RunRoutes.Map(_app, history);
        maintenance?.Map(_app, token);
        await _app.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is null)
            return;
        // A client that keeps its connection must not hold the worker up.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private sealed class OuterLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Where the worker listens.</summary>
/// <param name="Urls">Addresses such as <c>http://127.0.0.1:5080</c>, <c>;</c> between several.</param>
internal sealed record HttpAddresses(string Urls);
