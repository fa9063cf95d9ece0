using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling.Proofs;

namespace Synthetic.Worker.Scheduling;

/// <summary>Puts the schedule into a container.</summary>
internal static class ScheduleRegistration
{
    /// <summary>
    /// Adds a hosted service that runs scenarios when their slots come. The container must know an
    /// <see cref="IEvidenceSource"/>, a <see cref="RunnerLocation"/>, a <see cref="TimeProvider"/>, an
    /// <see cref="IEventLog"/> and <see cref="RunReports"/>.
    /// An <see cref="IExperiments"/> in it follows the causes of slow runs, and proves the runs of scenarios that ask for that.
    /// </summary>
    public static IServiceCollection AddSyntheticSchedule(
        this IServiceCollection services, IReadOnlyList<Scenario> scenarios, ScheduleOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<StopSignal>();
        services.AddSingleton<ConcurrencyLimiter>();
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<IEventLog>();
            var source = provider.GetRequiredService<IEvidenceSource>();
            return new ScenarioRunner(
                provider.GetService<ScenarioBaselines>() is { } baselines ? new BaselineSource(source, baselines) : source,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<RunnerLocation>().Name,
                (scenario, error) => log.Write(WorkerLines.RunThrew(scenario, error)));
        });
        services.AddSingleton<GuardedRuns>();
        services.AddSingleton<MissedSlots>();
        services.AddSingleton<CauseRuns>();
        services.AddSingleton<BreachProofs>();
        services.AddSingleton<ScheduleServices>();
        services.AddSingleton(provider => new ScheduledScenarios(scenarios, provider.GetRequiredService<ScheduleServices>()));
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore(store => store.MisfireThreshold = options.Lateness);
            // Places bounds the runs. What waits for one, or for its start, costs Quartz no thread, but a tick that Quartz
            // itself held back could not be told from one slept through.
            quartz.UseDefaultThreadPool(16 + scenarios.Where(scenario => scenario.Schedule is not null)
                .Sum(scenario => 4 + new SlotPlan(scenario.Name, scenario.Schedule!).MostWaiting));
            quartz.AddJobType<ScenarioJob>();
            quartz.AddTriggerListener<MisfireListener>();
        });
        services.AddHostedService<ScheduleService>();
        return services;
    }
}
