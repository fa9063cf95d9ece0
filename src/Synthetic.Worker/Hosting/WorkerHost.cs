using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Results;
using Synthetic.Results.Analytics;
using Synthetic.Worker.Http;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling;
using Synthetic.Worker.Scheduling.Recovery;
using Synthetic.Worker.Telemetry;

namespace Synthetic.Worker.Hosting;

/// <summary>The worker as a whole: log, schedule, signals.</summary>
internal static class WorkerHost
{
    /// <summary>Runs every scenario on its schedule until SIGTERM, SIGINT or <paramref name="ct"/>, then stops gracefully.</summary>
    /// <param name="settings">The worker's settings.</param>
    /// <param name="scenarios">What to run; those without a schedule are left alone.</param>
    /// <param name="notifiers">Where alerts go besides the log.</param>
    /// <param name="maintenance">When runs lead to no alert.</param>
    /// <param name="source">Where runs get their evidence.</param>
    /// <param name="store">Keeps results; <c>null</c> for memory.</param>
    /// <param name="more">Adds to the container or replaces in it: sinks, hosted services, a clock.</param>
    /// <param name="ct">Asks for a graceful stop, as a first signal does.</param>
    /// <returns>The exit code: 0.</returns>
    public static async Task<int> RunAsync(
        WorkerSettings settings, IReadOnlyList<Scenario> scenarios, IReadOnlyList<Notifier> notifiers, IReadOnlyList<MaintenanceWindow> maintenance, IEvidenceSource source,
        ResultStore? store, Action<IServiceCollection>? more, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(source);
        builder.Services.AddSingleton(new RunnerLocation(settings.Location));
        builder.Services.AddSingleton<IHostLifetime, SignalLifetime>();
        builder.Services.AddSingleton(new Redactor([.. scenarios.SelectMany(scenario => scenario.Secrets), .. notifiers.SelectMany(notifier => notifier.Secrets), .. notifiers.SelectMany(notifier => new[] { notifier.Url, notifier.Key }).OfType<Secret>(), .. settings.Secrets()]));
        builder.Services.AddWorkerLog(LogOutput.Console(settings.LogFormat, settings.LogLineBytes));
        builder.Services.AddSyntheticReporting(scenarios, maintenance);
        if (store is not null)
            builder.Services.AddResultStore(store, settings.Retention, settings.WaitingFolder).AddSingleton<SlotRecovery>().AddSingleton<MaintenanceRoutes>().AddHostedService<StoreUpkeep>();
        builder.Services.AddNotifiers(notifiers);
        builder.Services.AddTelemetry(settings.Otlp);
        if (settings.Ga4 is { } stream)
            builder.Services.AddSingleton<IRunSink>(provider => new Ga4Sink(stream, provider.GetRequiredService<Redactor>()));
        if (settings.Urls is { } urls)
            builder.Services.AddSingleton(new HttpAddresses(urls)).AddSingleton<Readiness>().AddSingleton(new ApiToken(settings.ApiToken)).AddHostedService<HttpEndpoint>();
        builder.Services.AddSyntheticSchedule(scenarios, new ScheduleOptions
        {
            Concurrency = settings.Concurrency,
            Grace = settings.Grace,
            Settings = settings.Printable(),
        });
        more?.Invoke(builder.Services);
        using var host = builder.Build();
        // It pushes from its making on, also where nothing is listened to; the container ends it, with a last push.
        host.Services.GetRequiredService<MeterProvider>();
        await host.RunAsync(ct);
        return 0;
    }
}
