using System.Globalization;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Proof;

/// <summary>A proof and how right it was.</summary>
/// <param name="Case">What was taken away.</param>
/// <param name="Record">The proven run.</param>
/// <param name="Orders">Orders that the run and its proof placed.</param>
/// <param name="Rows">Its windows.</param>
internal sealed record ProofOutcomeRow(ProofCase Case, RunRecord Record, int Orders, IReadOnlyList<ProofRow> Rows)
{
    /// <summary>Orders that must have been placed: by the run itself, the recording, and each baseline run.</summary>
    public int OrdersNeeded => Record.Proof is not { } proof ? 1 : 2 + proof.Arms.Where(a => a.Name == "baseline").Sum(a => a.Runs + a.Noisy);

    public IEnumerable<ProofOutcome> Verdicts => Record.Proof?.Verdicts.Select(v => v.Outcome) ?? [];

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Case.Faults,-26} {string.Join("   ", Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Window} {r.Now:0} → {r.Predicted:0} [{r.Low:0}, {r.High:0}], really {r.Real:0}{(r.IsInside ? "" : " OUTSIDE")}")))}  {string.Join(' ', Verdicts)}  orders {Orders}/{OrdersNeeded} {string.Join("; ", Record.Proof?.Limits ?? ["no proof"])}");
}
