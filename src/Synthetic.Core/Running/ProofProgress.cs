namespace Synthetic.Core.Running;

/// <summary>How far a proof is.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Arm">The arm that is about to run.</param>
/// <param name="Done">Runs that have ended.</param>
/// <param name="Planned">Runs altogether, as far as is known yet.</param>
public sealed record ProofProgress(string Scenario, string Step, string Arm, int Done, int Planned);
