namespace Synthetic.Core.Evidence;

/// <summary>A second run of the scenario that was not measured: it only followed what caused what.</summary>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Writes">How many requests that may write it sent in the step it was made for.</param>
/// <param name="Note">Why nothing came of it; absent where its chains are in the steps.</param>
public sealed record InstrumentedRun(double DurationMs, int Writes, string? Note);
