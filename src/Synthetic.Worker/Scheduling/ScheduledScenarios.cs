using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Scheduling;

/// <summary>Every scenario that has a schedule.</summary>
internal sealed class ScheduledScenarios
{
    // A slot that comes while the worker is still starting is nobody's: it would only be late.
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly Dictionary<string, ScheduledScenario> _byName;

    public ScheduledScenarios(IReadOnlyList<Scenario> scenarios, ScheduleServices services)
    {
        _time = services.Time;
        _byName = scenarios
            .Where(scenario => scenario.Schedule is not null)
            .ToDictionary(
                scenario => scenario.Name,
                scenario => new ScheduledScenario(scenario, new SlotPlan(scenario.Name, scenario.Schedule!), services),
                StringComparer.Ordinal);
    }

    /// <summary>From when on slots count: a second after the schedule began to be kept.</summary>
    public DateTimeOffset Since { get; private set; } = DateTimeOffset.MaxValue;

    public IReadOnlyCollection<ScheduledScenario> All => _byName.Values;

    /// <summary>Called once the schedule is kept: however long starting took, it was no sleep.</summary>
    /// <param name="before">What has to be done about the slots up to an instant before those after it count.</param>
    public async Task BeginAsync(Func<DateTimeOffset, Task> before)
    {
        DateTimeOffset since;
        do
        {
            since = _time.GetUtcNow() + StartUp;
            await before(since);
        }
        // It took longer than that: slots have come meanwhile, which nobody has had.
        while (_time.GetUtcNow() > since);
        Since = since;
        foreach (var one in All)
            one.Begin(Since);
    }

    public ScheduledScenario this[string scenario] => _byName[scenario];
}
