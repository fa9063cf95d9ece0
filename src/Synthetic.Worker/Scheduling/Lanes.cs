using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Scheduling;

/// <summary>The lanes of every scenario that has a schedule.</summary>
internal sealed class Lanes
{
    // A slot that comes while the worker is still starting is nobody's: it would only be late.
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Lane> _byName;

    public Lanes(IReadOnlyList<Scenario> scenarios, LaneServices services)
    {
        Since = services.Time.GetUtcNow() + StartUp;
        _byName = scenarios
            .Where(scenario => scenario.Schedule is not null)
            .ToDictionary(
                scenario => scenario.Name,
                scenario => new Lane(scenario, new SlotPlan(scenario.Name, scenario.Schedule!), Since, services),
                StringComparer.Ordinal);
    }

    /// <summary>From when on slots count.</summary>
    public DateTimeOffset Since { get; }

    public IReadOnlyCollection<Lane> All => _byName.Values;

    public Lane this[string scenario] => _byName[scenario];
}
