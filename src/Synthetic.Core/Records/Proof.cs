using System.Text.Json.Serialization;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Records;

/// <summary>What replaying a run's slow steps without their suspects showed.</summary>
public sealed record Proof
{
    /// <summary>Every way in which a step was run again, by step; the baseline and the control first.</summary>
    public IReadOnlyList<ProofArm> Arms { get; init; } = [];

    /// <summary>What each arm changed, against the control.</summary>
    public IReadOnlyList<ProofEffect> Effects { get; init; } = [];

    /// <summary>What became of each suspect.</summary>
    public IReadOnlyList<ProofVerdict> Verdicts { get; init; } = [];

    /// <summary>How the replayed requests were matched with the recorded ones.</summary>
    public ReplayCounts Replay { get; init; } = new(0, 0, 0, 0);

    /// <summary>What could not be replayed or tried, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>What all of it took, in milliseconds.</summary>
    public double DurationMs { get; init; }
}

/// <summary>One way in which a step was run again.</summary>
/// <param name="Name">What was done: <c>without db</c>.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Runs">How many runs count.</param>
/// <param name="InpMs">Median INP, in milliseconds; absent where the step has none.</param>
/// <param name="ResponseMs">Median response, in milliseconds; absent where the step has none.</param>
/// <param name="Noisy">How many runs were left out because the host was noisy.</param>
/// <param name="Impossible">Why it could not be done; absent where it could.</param>
public sealed record ProofArm(string Name, string Step, int Runs, double? InpMs, double? ResponseMs, int Noisy, string? Impossible)
{
    /// <summary>The median of one window, in milliseconds; <c>null</c> where the step has none.</summary>
    /// <param name="window">The window.</param>
    public double? In(WindowKind window) => window switch { WindowKind.Inp => InpMs, WindowKind.Response => ResponseMs };
}

/// <summary>What taking something away changed.</summary>
public sealed record ProofEffect
{
    /// <summary>What was taken away: <c>db</c>, <c>transit</c>, <c>server</c>, <c>third parties</c>, <c>main thread</c>, an advice's kind, a script's address.</summary>
    public required string Removed { get; init; }

    /// <summary>The arm that did it.</summary>
    public required string Arm { get; init; }

    /// <summary>The step's name.</summary>
    public required string Step { get; init; }

    /// <summary>What it took to have run while that did, where the server's metrics leave it open; absent where they do not.</summary>
    public MetricReading? Reading { get; init; }

    /// <summary>Change of INP, in milliseconds: below 0 it got quicker.</summary>
    public double? InpDeltaMs { get; init; }

    /// <summary>Where that change lies, with 95 % confidence at least: from and to; absent with fewer than four runs of both arms.</summary>
    public IReadOnlyList<double>? InpCi95 { get; init; }

    /// <summary>What INP would be without it, in milliseconds.</summary>
    public double? InpPredictedMs { get; init; }

    /// <summary>Change of the response, in milliseconds.</summary>
    public double? ResponseDeltaMs { get; init; }

    /// <summary>Where that change lies, with 95 % confidence at least.</summary>
    public IReadOnlyList<double>? ResponseCi95 { get; init; }

    /// <summary>What the response would be without it, in milliseconds.</summary>
    public double? ResponsePredictedMs { get; init; }

    /// <summary>Whether the change was not seen itself but follows from another speed of the processor.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Extrapolated { get; init; }

    /// <summary>The change of one window, in milliseconds, and where it lies with 95 % confidence.</summary>
    /// <param name="window">The window.</param>
    public (double? DeltaMs, IReadOnlyList<double>? Ci95) In(WindowKind window) => window switch
    {
        WindowKind.Inp => (InpDeltaMs, InpCi95),
        WindowKind.Response => (ResponseDeltaMs, ResponseCi95),
    };
}

/// <summary>What became of a suspect.</summary>
public sealed record ProofVerdict
{
    /// <summary>The step's name.</summary>
    public required string Step { get; init; }

    /// <summary><c>inp</c> or <c>response</c>.</summary>
    public WindowKind Window { get; init; }

    /// <summary>Which part of the system was blamed.</summary>
    public CulpritKind Kind { get; init; }

    /// <summary>Which component of it; absent where there is none.</summary>
    public string? Component { get; init; }

    /// <summary>What it was blamed for, in milliseconds.</summary>
    public double ClaimedMs { get; init; }

    /// <summary>What the window lost without it, in milliseconds; of several <see cref="Readings"/> the least. Absent where that could not be tried.</summary>
    public double? SavedMs { get; init; }

    /// <summary>Where that lies, with 95 % confidence at least, whichever reading is right; absent where too few runs say.</summary>
    public IReadOnlyList<double>? SavedCi95 { get; init; }

    /// <summary>
    /// What it saved by each reading that was tried, where its server's metrics leave open what ran beside it; absent where they do not. Without
    /// <see cref="MetricReading.Beside"/> among them, the others may have covered all of it, and then it saves nothing.
    /// </summary>
    public IReadOnlyList<ProofReading>? Readings { get; init; }

    /// <summary>What follows.</summary>
    public ProofOutcome Outcome { get; init; }

    /// <summary>Whether it was no culprit, but slow enough beside what the result waited for to be taken for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bystander { get; init; }

    /// <summary>What saved most of the window instead: as <see cref="ProofEffect.Removed"/>; absent where nothing did, or nothing else was needed.</summary>
    public string? PointsTo { get; init; }

    /// <summary>All of that in a sentence.</summary>
    public required string Text { get; init; }
}

/// <summary>What taking a suspect away saved if its server's metrics mean one thing of several.</summary>
/// <param name="Reading">What they are taken to mean.</param>
/// <param name="Arm">The arm that took that much away.</param>
/// <param name="SavedMs">What the window lost, in milliseconds.</param>
/// <param name="SavedCi95">Where that lies, with 95 % confidence at least; absent where too few runs say.</param>
public sealed record ProofReading(MetricReading Reading, string Arm, double SavedMs, IReadOnlyList<double>? SavedCi95);

/// <summary>What a replay says about a suspect.</summary>
public enum ProofOutcome
{
    /// <summary>Without it the window loses more than half of what it was blamed for.</summary>
    Proven,
    /// <summary>Without it the window keeps more than half of that.</summary>
    Refuted,
    /// <summary>It could not be tried, or the runs differ too much to say.</summary>
    Unsettled,
}
