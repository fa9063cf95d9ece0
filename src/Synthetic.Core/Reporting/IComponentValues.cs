namespace Synthetic.Core.Reporting;

/// <summary>Reads what a component took in the runs that count for its baseline. Safe to call from any thread; throws where the store can't be reached.</summary>
public interface IComponentValues
{
    /// <summary>Its values in runs that went well, one a run: of several steps the longest. The earliest comes first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<IReadOnlyList<double>> ValuesAsync(ComponentQuery query, CancellationToken ct);
}

/// <summary>Which values are asked for.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Location">Where it was run.</param>
/// <param name="Steps">The names of the steps that count; all of them where it is empty.</param>
/// <param name="Component">A name as <see cref="ComponentTime.Component"/> has it.</param>
/// <param name="Since">The earliest run.</param>
/// <param name="Most">No more than the latest of so many.</param>
public sealed record ComponentQuery(string Scenario, string Location, IReadOnlyList<string> Steps, string Component, DateTimeOffset Since, int Most);
