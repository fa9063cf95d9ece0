using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Synthetic.Browser.Finding;
using Synthetic.Core.Reporting;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;
using Synthetic.Results;
using Synthetic.Shop;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Hosting;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Telemetry;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Runs scenarios on their schedules, with all they need, until told to stop.</summary>
internal sealed class ScheduledRun(CommandContext context)
{
    /// <summary>The worker: log lines on standard output.</summary>
    public Task<int> WorkAsync(
        WorkerSettings settings, IReadOnlyList<Scenario> scenarios, ScenarioFileResult file, CancellationToken ct) =>
        RunAsync(
            new RunRequest { Settings = settings },
            scenarios,
            file.Notifiers,
            file.Maintenance,
            FaultSet.None,
            _ => { },
            ct);

    /// <summary>The demo: every scenario every 10 s, one at a time, each run as a picture.</summary>
    public async Task<int> DemoAsync(RunRequest request, IReadOnlyList<Scenario> scenarios, FaultSet faults, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("synthetic-demo");
        try
        {
            return await DemoAsync(request, scenarios, faults, StoreAddress.OfFile(Path.Combine(folder.FullName, "results.db")), ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<int> DemoAsync(RunRequest request, IReadOnlyList<Scenario> scenarios, FaultSet faults, StoreAddress store, CancellationToken ct)
    {
        request = request with { Settings = request.Settings with { LogFormat = LogFormat.Text, Concurrency = 1, Store = store, Urls = null, Ga4 = null } };
        var url = request.BaseUrl;
        return RunAsync(
            request,
            [.. scenarios.Select(scenario => scenario with { Schedule = DemoScenario.Schedule, BaseUrl = url ?? scenario.BaseUrl })],
            [],
            [],
            faults,
            services =>
            {
                services.RemoveAll<IRunSink>();
                services.AddSingleton<IRunSink>(provider => new TimelineSink(context.OutPrinter, provider.GetRequiredService<IEventLog>()));
            },
            ct);
    }

    private async Task<int> RunAsync(
        RunRequest request, IReadOnlyList<Scenario> scenarios, IReadOnlyList<Notifier> notifiers, IReadOnlyList<MaintenanceWindow> maintenance, FaultSet faults,
        Action<IServiceCollection> more, CancellationToken ct)
    {
        try
        {
            await using var store = request.Settings.Store is { } where
                ? await ResultStore.OpenAsync(where, request.Settings.Location, context.Time, ct)
                : null;
            await using var shop = new DemoShop(faults, context.Time);
            await using var evidence = await context.Evidence.OpenAsync(
                request.Settings, request.Headed, request.MayInstall, context.Say, ct);
            scenarios = await shop.ResolveAsync(scenarios, ct);
            using var shopTraces = shop.Address is null ? null : ShopTraces.Export(request.Settings.Otlp);
            if (shop.Address is { } address)
                context.Say($"The shop is open at {address}");
            return await WorkerHost.RunAsync(request.Settings, scenarios, notifiers, maintenance, evidence.Source, store, services => Add(services, evidence, more), ct);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return context.Refuse($"{error.Message} Give the worker another address with --urls, or none");
        }
        catch (Exception error) when (error is BrowserUnavailableException or StoreUnavailableException)
        {
            context.Say(error.Message);
            return ExitCode.Monitor;
        }
    }

    private static void Add(IServiceCollection services, OpenEvidence evidence, Action<IServiceCollection> more)
    {
        if (evidence.Browsers is { } pool)
        {
            services.AddSingleton(pool);
            services.AddHostedService<BrowserRestartLog>();
        }
        if (evidence.Experiments is { } experiments)
            services.AddSingleton(experiments);

        more(services);
    }
}
