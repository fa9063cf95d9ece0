using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Running;

/// <summary>Runs a scenario once and brings back what was seen. The real one drives a browser.</summary>
public interface IEvidenceSource
{
    /// <summary>Runs every step until one fails.</summary>
    /// <param name="scenario">What to run; its base address is resolved already.</param>
    /// <param name="progress">Told of each step as it begins and ends.</param>
    /// <param name="ct">Ends the run early: the evidence then says <see cref="RunEnding.Aborted"/>.</param>
    /// <returns>The evidence, always: a failing target, a dead browser and a cancelled token are all part of it. Throws only for bugs.</returns>
    Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct);
}

/// <summary>How far a run is.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Index">The step's position, from 0.</param>
/// <param name="Count">How many steps there are; 0 where that is not known before the end.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Status"><c>null</c> while the step runs.</param>
public sealed record StepProgress(string Scenario, int Index, int Count, string Name, StepStatus? Status);
