using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Evidence;

/// <summary>
/// The raw facts of a run, as the browser and the driver gave them: no judgement. Every derived number follows from
/// these. Times without a word of their own are milliseconds on the run's clock: the browser's clock, counted from
/// <see cref="OriginEpochMs"/>.
/// </summary>
public sealed record RunEvidence
{
    /// <summary>The instant that all times count from: milliseconds since the Unix epoch by the browser's clock.</summary>
    public double OriginEpochMs { get; init; }

    /// <summary>The browser's name and version.</summary>
    public string? Browser { get; init; }

    /// <summary>The trace that its requests were made in, 32 hexadecimal digits; absent where no traces were asked for.</summary>
    public string? TraceId { get; init; }

    /// <summary>How the run as a whole ended.</summary>
    public RunEnding Ending { get; init; }

    /// <summary>What ended it, where it did not end well and no step is to blame.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What the machine said about the run's time; absent where nobody looked.</summary>
    public HostReadings? Host { get; init; }

    /// <summary>Limits for the whole run.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>A response up to this long is good, in milliseconds.</summary>
    public double ResponseGoodMs { get; init; } = 1000;

    /// <summary>A response over this is poor, in milliseconds.</summary>
    public double ResponsePoorMs { get; init; } = 2500;

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<StepEvidence> Steps { get; init; } = [];

    /// <summary>Every document of every frame that handed anything over, by time origin.</summary>
    public IReadOnlyList<DocumentEvidence> Documents { get; init; } = [];

    /// <summary>Every request that the network layer saw, in order.</summary>
    public IReadOnlyList<NetworkExchange> Exchanges { get; init; } = [];

    /// <summary>How many WebSockets its page opened: what went over them may have written. Absent for none.</summary>
    public int? WebSockets { get; init; }

    /// <summary>The run that followed causes; absent where none was needed, or allowed.</summary>
    public InstrumentedRun? InstrumentedRun { get; init; }

    /// <summary>What replaying the slow steps showed; absent where nobody asked for a proof.</summary>
    public ProofEvidence? Proof { get; init; }
}

/// <summary>How a run as a whole ended.</summary>
public enum RunEnding
{
    /// <summary>It went through all steps, or stopped at one that failed.</summary>
    Completed,
    /// <summary>It was stopped from outside.</summary>
    Aborted,
    /// <summary>The monitor itself broke.</summary>
    Broken,
}
