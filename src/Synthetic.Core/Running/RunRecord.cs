using System.Text.Json.Serialization;
using Synthetic.Core.Measuring;

namespace Synthetic.Core.Running;

/// <summary>
/// What one run found out: the document that people, log pipelines and other programs read.
/// Everything from <see cref="Status"/> to <see cref="Coverage"/> is derived from <see cref="Evidence"/> and the
/// header alone, so that it can be derived again offline.
/// </summary>
public sealed record RunRecord
{
    /// <summary>The version of this shape.</summary>
    public const string CurrentSchema = "synthetic.run/1";

    /// <summary>Always <see cref="CurrentSchema"/>.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>A UUID of version 7: sorts by start.</summary>
    public required string RunId { get; init; }

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>Where it ran from, as set for the worker.</summary>
    public string Location { get; init; } = "local";

    /// <summary>What started it: <c>schedule</c>, <c>manual</c>.</summary>
    public string Trigger { get; init; } = "manual";

    /// <summary>Which try within its slot this is, from 1; above 1 the run was tried again after a failure.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>What the tries before this one came to; absent where this is the first.</summary>
    public IReadOnlyList<Failure>? EarlierFailures { get; init; }

    /// <summary>The slot's planned time, UTC; absent for runs by hand.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>When it really began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Wall time of the whole run by the driver's clock, browser context included, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>How it ended.</summary>
    public RunStatus Status { get; init; }

    /// <summary>What failed; <c>null</c> where nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Failure? Failure { get; init; }

    /// <summary>The top-level pages seen, in order.</summary>
    public IReadOnlyList<PageResult> Pages { get; init; } = [];

    /// <summary>The steps, in order; steps never reached are <c>skipped</c>.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>Every budget and how it fared.</summary>
    public IReadOnlyList<BudgetResult> Budgets { get; init; } = [];

    /// <summary>How many of the driven interactions were seen.</summary>
    public Coverage Coverage { get; init; } = new(0, 0, 0, 0);

    /// <summary>How calm the machine was; absent where it was not looked at.</summary>
    public HostState? Host { get; init; }

    /// <summary>What replaying showed; <c>null</c> where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public object? Proof { get; init; }

    /// <summary>Files kept beside the record: screenshots, traces.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>The raw facts that all of the above follows from; absent in log lines.</summary>
    public Evidence? Evidence { get; init; }
}

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>Everything worked within its budgets.</summary>
    Passed,
    /// <summary>Everything worked, but a budget was broken.</summary>
    Degraded,
    /// <summary>The target failed.</summary>
    Failed,
    /// <summary>Everything worked, but the machine was too noisy to judge a broken budget.</summary>
    Inconclusive,
    /// <summary>The monitor itself broke.</summary>
    Error,
    /// <summary>Stopped from outside before its end.</summary>
    Aborted,
    /// <summary>A slot whose time passed without a run.</summary>
    Missed,
}

/// <summary>What went wrong.</summary>
/// <param name="Step">The step's name; <c>null</c> where no step was under way.</param>
/// <param name="Kind">Which sort of failure.</param>
/// <param name="Message">What, where, and what was expected; at most 1,000 characters.</param>
/// <param name="Url">The page at that moment; <c>null</c> where there was none.</param>
public sealed record Failure(string? Step, FailureKind Kind, string Message, string? Url = null);

/// <summary>Sorts of failure.</summary>
public enum FailureKind
{
    /// <summary>The page never showed what the step expects.</summary>
    Expectation,
    /// <summary>Something took longer than its timeout.</summary>
    Timeout,
    /// <summary>A page could not be opened.</summary>
    Navigation,
    /// <summary>The page's own script, or the scenario's, threw.</summary>
    Script,
    /// <summary>The server answered a page with an error status.</summary>
    Http,
    /// <summary>The browser or the page's process died, or there is no browser.</summary>
    Browser,
}

/// <summary>How calm the machine was during a run.</summary>
public sealed record HostState
{
    /// <summary><c>quiet</c> or <c>noisy</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>What an interaction with an empty handler took here, in milliseconds; absent where not measured.</summary>
    public double? CalibrationMs { get; init; }

    /// <summary>Share of time in which some task waited for a processor, in percent (Linux pressure stall, 10 s); absent where the kernel has none.</summary>
    public double? CpuPressure { get; init; }

    /// <summary>One-minute load average a core; absent where the system has none.</summary>
    public double? LoadPerCore { get; init; }
}

/// <summary>A file kept beside a record.</summary>
/// <param name="Kind"><c>screenshot</c>, <c>trace</c>.</param>
/// <param name="Path">Where it lies, relative to the record.</param>
public sealed record Artifact(string Kind, string Path);

/// <summary>How many interactions were driven, and how many of those were seen.</summary>
/// <param name="Driven">Inputs that the driver sent and that count as interactions.</param>
/// <param name="Observed">Those with the browser's own timing.</param>
/// <param name="Estimated">Those timed by the probe's own listeners, since the page went away first.</param>
/// <param name="Missed">Those that left no trace.</param>
public sealed record Coverage(int Driven, int Observed, int Estimated, int Missed);

/// <summary>A budget and how it fared.</summary>
/// <param name="Metric">What was limited.</param>
/// <param name="Step">The step it belongs to; absent for the whole run.</param>
/// <param name="Limit">The limit: milliseconds, or a score.</param>
/// <param name="Actual">The value; <c>null</c> where it could not be measured.</param>
/// <param name="Ok">Whether the value is within the limit; <c>null</c> where there is no value to judge.</param>
public sealed record BudgetResult(
    string Metric,
    string? Step,
    double Limit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Actual,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Ok);
