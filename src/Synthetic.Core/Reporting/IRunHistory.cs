using Synthetic.Core.Records;

namespace Synthetic.Core.Reporting;

/// <summary>Reads kept runs. Safe to call from any thread; throws where the store can't be reached.</summary>
public interface IRunHistory
{
    /// <summary>Runs, the latest first, a page at a time.</summary>
    /// <param name="query">Which.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>The runs; the last one's <see cref="RunSummary.Cursor"/> leads to the next page.</returns>
    Task<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken ct);

    /// <summary>A run's record, evidence included.</summary>
    /// <param name="runId">Its id.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <returns>The record; <c>null</c> where there is none, or it is still open.</returns>
    Task<RunRecord?> RecordAsync(string runId, CancellationToken ct);

    /// <summary>How long a component of a step took, run by run, the earliest first.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="step">The step's name.</param>
    /// <param name="component">A name as <see cref="ComponentTime.Component"/> has it: <c>server.db</c>.</param>
    /// <param name="since">The earliest run.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<IReadOnlyList<ComponentPoint>> ComponentAsync(string scenario, string step, string component, DateTimeOffset since, CancellationToken ct);
}

/// <summary>Which runs are asked for.</summary>
public sealed record RunQuery
{
    /// <summary>The most runs that one page has.</summary>
    public const int MostRuns = 1000;

    /// <summary>Only those of one scenario.</summary>
    public string? Scenario { get; init; }

    /// <summary>Only those that ended so.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>Only those that began before an instant.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only those after a run in the list, by its <see cref="RunSummary.Cursor"/>.</summary>
    public string? After { get; init; }

    /// <summary>How many, 1 to <see cref="MostRuns"/>. Default: 50.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>A run in a list.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Scenario">What was run.</param>
/// <param name="Location">Where.</param>
/// <param name="ScheduledAt">The slot, UTC; <c>null</c> for a run by hand.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Cursor">Its place in the list.</param>
public sealed record RunSummary(
    string RunId, string Scenario, string Location, DateTimeOffset? ScheduledAt, DateTimeOffset StartedAt, double DurationMs, RunStatus Status, string Cursor);

/// <summary>A component's time in one run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Location">Where it was made.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="Ms">The time, in milliseconds.</param>
public sealed record ComponentPoint(string RunId, string Location, DateTimeOffset StartedAt, double Ms);
