using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Reporting;

/// <summary>The scenarios that this worker runs, by name: results that waited on disk come with nothing but that.</summary>
internal sealed class KnownScenarios(IEnumerable<Scenario> scenarios)
{
    private readonly Dictionary<string, Scenario> _byName = scenarios.ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Scenario> All => _byName.Values;

    /// <summary>The scenario of a name; <c>null</c> where it is not run any more.</summary>
    public Scenario? Find(string name) => _byName.GetValueOrDefault(name);
}
