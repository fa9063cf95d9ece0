using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Running;

/// <summary>Runs a scenario up to one step, live or with that step replayed. The real one drives a browser.</summary>
public interface IExperiments
{
    /// <summary>Runs every step before the one in question live, then that one as the experiment says, and none after it.</summary>
    /// <param name="scenario">What to run; its base address is resolved already.</param>
    /// <param name="experiment">What to do with which step.</param>
    /// <param name="ct">Ends the run early: the evidence then says <see cref="RunEnding.Aborted"/>.</param>
    /// <returns>What was seen, always; throws only for bugs.</returns>
    Task<Trial> RunAsync(Scenario scenario, Experiment experiment, CancellationToken ct);
}

/// <summary>What to do with a step.</summary>
/// <param name="Step">Its position in the scenario, from 0.</param>
/// <param name="Arm">How it is run.</param>
/// <param name="Replayed">The answers it gets; <c>null</c> where it runs live.</param>
/// <param name="Records">Whether a live step's answers are to be kept.</param>
/// <param name="ReplayCostMs">What a replayed answer comes too late by itself, in milliseconds: each is given so much earlier.</param>
public sealed record Experiment(int Step, Arm Arm, Recording? Replayed = null, bool Records = false, double ReplayCostMs = 0)
{
    /// <summary>Whether the run follows what caused what: its evidence has chains of causes, and times that are not to be trusted.</summary>
    public bool FollowsCauses { get; init; }
}

/// <summary>What an experiment brought.</summary>
/// <param name="Evidence">What was seen.</param>
/// <param name="Recording">The answers, where they were to be kept.</param>
/// <param name="Replay">How the replay went, where there was one.</param>
/// <param name="Limits">What could not be replayed as it was, a sentence each.</param>
/// <param name="WroteLive">Whether a replayed step sent something to a server all the same that may have written: another run must not.</param>
public sealed record Trial(
    RunEvidence Evidence, Recording? Recording = null, ReplayCounts? Replay = null, IReadOnlyList<string>? Limits = null, bool WroteLive = false)
{
    /// <summary>
    /// How many requests of the step that may write went to a server, whether the step was live or replayed. Requests that a replay answered
    /// or refused do not count; those that a server refused do.
    /// </summary>
    public int LiveWrites { get; init; }

    /// <summary>What a replayed answer came too late by itself, in milliseconds, by the browser's clock; absent where none tells.</summary>
    public double? ReplayCostMs { get; init; }

    /// <summary>How many times longer the same work took than at the scenario's usual speed; absent where the arm left that alone.</summary>
    public double? Slowdown { get; init; }
}
