using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Results;
using Synthetic.Results.Notifiers;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Maintenance;

namespace Synthetic.Worker.Reporting;

/// <summary>Puts what takes finished runs into a container.</summary>
internal static class ReportingRegistration
{
    /// <summary>
    /// Adds <see cref="RunReports"/>, a store in memory behind it, and the outputs: every <see cref="IRunSink"/> and <see cref="INotifier"/>
    /// in the container. It must know a <see cref="TimeProvider"/> and an <see cref="IEventLog"/>.
    /// </summary>
    public static IServiceCollection AddSyntheticReporting(
        this IServiceCollection services, IReadOnlyList<Scenario> scenarios, IReadOnlyList<MaintenanceWindow> maintenance) => services
        .AddSingleton(new KnownScenarios(scenarios))
        .AddSingleton(provider => new MaintenanceWindows(maintenance, provider.GetRequiredService<TimeProvider>(), provider.GetService<IMaintenanceStore>()))
        .AddSingleton<IRunStore>(provider =>
            new MemoryStore(provider.GetRequiredService<TimeProvider>(), message => provider.GetRequiredService<IEventLog>().Write(NotifierLines.Dropped(message))))
        .AddSingleton(provider => new WaitingResults(folder: null, provider.GetRequiredService<IEventLog>()))
        .AddSingleton<StoreAccess>()
        .AddSingleton<IRunSink, LogSink>()
        .AddSingleton<Outputs>()
        .AddSingleton<RunReports>();

    /// <summary>Keeps results in a store that outlives the worker, in the place of the one in memory.</summary>
    /// <param name="services">The container.</param>
    /// <param name="store">The store.</param>
    /// <param name="retention">How long results are kept.</param>
    /// <param name="waitingFolder">Where results wait while the store is away.</param>
    public static IServiceCollection AddResultStore(this IServiceCollection services, ResultStore store, Retention retention, string waitingFolder) => services
        .AddSingleton(store.Upkeep)
        .AddSingleton(store.History)
        .AddSingleton(store.Maintenance)
        .AddSingleton(retention)
        .AddSingleton<IRunSink, ChangeWatch>()
        .AddBaselines(store.Values)
        .Replace(ServiceDescriptor.Singleton(store.Runs))
        .Replace(ServiceDescriptor.Singleton(provider => new WaitingResults(waitingFolder, provider.GetRequiredService<IEventLog>())));

    /// <summary>Has limits over a baseline made into numbers.</summary>
    /// <param name="services">The container.</param>
    /// <param name="values">Where baselines are from.</param>
    public static IServiceCollection AddBaselines(this IServiceCollection services, IComponentValues values) => services
        .AddSingleton(values)
        .AddSingleton<ScenarioBaselines>()
        .AddSingleton<IRunSink>(provider => provider.GetRequiredService<ScenarioBaselines>())
        .AddHostedService(provider => provider.GetRequiredService<ScenarioBaselines>());

    /// <summary>Adds what delivers to the declared notifiers; the log gets every alert without one.</summary>
    public static IServiceCollection AddNotifiers(this IServiceCollection services, IReadOnlyList<Notifier> notifiers)
    {
        foreach (var notifier in notifiers.Where(notifier => notifier.Kind != NotifierKind.Log))
        {
            services.AddSingleton(provider =>
                NotifierTable.Open(notifier, provider.GetRequiredService<Redactor>(), provider.GetRequiredService<TimeProvider>())!);
        }
        return services;
    }
}
