using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Proof.Overlap;

/// <summary>A proof on a server whose metrics may overlap, and how right it was.</summary>
/// <param name="Case">The server.</param>
/// <param name="Record">The proven run.</param>
/// <param name="Changes">What each change really brought.</param>
public sealed record OverlapOutcome(OverlapCase Case, RunRecord Record, IReadOnlyList<OverlapChange> Changes)
{
    public ProofVerdict Verdict => Record.Proof!.Verdicts.Single(v => v.Window == Core.Records.Timelines.WindowKind.Response);

    /// <summary>Whether every change brought what the proof says, and a suspect that is proven is worth half of its claim in each of them.</summary>
    public bool IsInside => Changes.All(c => c.IsInside)
        && (Verdict.Outcome != ProofOutcome.Proven || Changes.Where(c => c.Removed == Verdict.Component).All(c => c.Real > (Verdict.ClaimedMs / 2) - ProofRow.Slack));

    public string ToLine() => $"{Case.Name,-26} {string.Join("   ", Changes)}  {Verdict.Text}";
}
