using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Synthetic.Core.Reporting;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling;
using Synthetic.Worker.Scheduling.Recovery;

namespace Synthetic.Tests.Scheduling;

/// <summary>The real schedule on a manual clock, with runs and log in the test's hand.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _provider;

    public Rig(Scenario[] scenarios, ScheduleOptions? options = null, params IRunSink[] sinks)
        : this(scenarios, options, _ => { }, sinks)
    {
    }

    /// <param name="scenarios">What is scheduled.</param>
    /// <param name="options">How.</param>
    /// <param name="more">Adds to the container.</param>
    /// <param name="sinks">Who takes reports besides the log.</param>
    public Rig(Scenario[] scenarios, ScheduleOptions? options, Action<IServiceCollection> more, params IRunSink[] sinks)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IEventLog>(Log);
        services.AddSingleton(new RunnerLocation("test"));
        services.AddSingleton<IEvidenceSource>(Source);
        services.AddSingleton<IExperiments>(Experiments);
        foreach (var sink in sinks)
            services.AddSingleton(sink);
        services.AddSyntheticReporting(scenarios, []);
        services.AddSyntheticSchedule(scenarios, options ?? new ScheduleOptions { Concurrency = 4 });
        more(services);
        _provider = services.BuildServiceProvider();
    }

    public WatchedTime Time { get; } = new(Noon.AddSeconds(-5));

    public CapturedLog Log { get; } = new();

    public GatedSource Source { get; } = new();

    public FakeExperiments Experiments { get; } = new();

    public ScheduledScenarios ScheduledScenarios => _provider.GetRequiredService<ScheduledScenarios>();

    /// <summary>Needs an <see cref="IStoreUpkeep"/>, which is to be given as <see cref="Upkeep"/>.</summary>
    public SlotRecovery Recovery => new(Upkeep!, Get<StoreAccess>(), ScheduledScenarios, Get<KnownScenarios>(), Get<RunReports>(), Get<MissedSlots>(), Time);

    public IStoreUpkeep? Upkeep { get; init; }

    /// <summary>Needs values, which are to be added to the container.</summary>
    public ScenarioBaselines Baselines => Get<ScenarioBaselines>();

    public StopSignal Stop => _provider.GetRequiredService<StopSignal>();

    private ScheduleService Service => _provider.GetServices<IHostedService>().OfType<ScheduleService>().Single();

    public static Scenario Every(string name, int seconds) => new()
    {
        Name = name,
        Schedule = new Schedule { Every = TimeSpan.FromSeconds(seconds), Jitter = TimeSpan.Zero },
    };

    public static DateTimeOffset At(int seconds) => Noon.AddSeconds(seconds);

    public Task StartAsync() => Service.StartAsync(CancellationToken.None);

    public Task StopAsync() => Service.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    /// <summary>Moves to a fire time, once Quartz waits for it.</summary>
    public async Task FireAsync(int seconds)
    {
        await Time.TimerAtAsync(At(seconds));
        Time.SetUtcNow(At(seconds));
    }

    /// <summary>
    /// Waits for so many records, and until nothing is under way any more: a record is written while its slot still is, and
    /// the next slot must not be turned down for that.
    /// </summary>
    public async Task RunsAsync(int count)
    {
        await Log.WaitForAsync("run", count);
        while (ScheduledScenarios.All.Any(lane => lane.Busy))
            await Task.Yield();
    }

    /// <summary>Every slot that has a record, and its status; in order.</summary>
    public (int Slot, string Status)[] Slots() =>
    [
        .. Log.Of("run")
            .Select(run => ((int)(run.GetProperty("scheduledAt").GetDateTimeOffset() - Noon).TotalSeconds, run.GetProperty("status").GetString()!))
            .Order(),
    ];

    private T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Stop.Cancel();
        await _provider.DisposeAsync();
        Source.Dispose();
        Experiments.Dispose();
    }
}
