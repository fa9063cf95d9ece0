using System.Text.Json.Serialization;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Records;

/// <summary>
/// What one run found out: the document that people, log pipelines and other programs read.
/// Everything from <see cref="Status"/> to <see cref="Coverage"/> is derived from <see cref="RunEvidence"/> and the
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

    /// <summary>The trace that it is exported as, and that its requests were made in: 32 hexadecimal digits; absent where no traces were asked for.</summary>
    public string? TraceId { get; init; }

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

    /// <summary>Why no alert is made of it: a maintenance window's reason; absent outside of any.</summary>
    public string? Maintenance { get; init; }

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
    public Proof? Proof { get; init; }

    /// <summary>Files kept beside the record: screenshots, traces.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>The raw facts that all of the above follows from; absent in log lines.</summary>
    public RunEvidence? Evidence { get; init; }
}
