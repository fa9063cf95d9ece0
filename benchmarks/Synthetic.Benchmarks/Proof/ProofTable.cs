using System.Text;
using Synthetic.Benchmarks.Proof.Overlap;
using Synthetic.Core.Basics;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Proof;

/// <summary>Writes what was measured into the document that explains it, between two marks.</summary>
/// <param name="outcomes">Every proof.</param>
/// <param name="overlapping">Every proof on a server whose metrics may overlap.</param>
/// <param name="browser">The browser's name, version and kind.</param>
internal sealed class ProofTable(IReadOnlyList<ProofOutcomeRow> outcomes, IReadOnlyList<OverlapOutcome> overlapping, string browser)
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    public async Task WriteAsync(string path)
    {
        var text = await File.ReadAllTextAsync(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{path} has no place for the table: \"{Begin}\" and \"{End}\"");
        await File.WriteAllTextAsync(path, text[..(begin + Begin.Length)] + "\n" + ToMarkdown() + text[end..]);
    }

    private string ToMarkdown()
    {
        var rows = outcomes.SelectMany(o => o.Rows).ToArray();
        var errors = rows.Select(r => Math.Abs(r.Error)).Order().ToArray();
        var verdicts = outcomes.SelectMany(o => o.Verdicts).ToArray();
        var text = new StringBuilder();
        text.AppendLine(
            $"""

            {outcomes.Count} proofs on {browser}, {Environment.ProcessorCount} cores; {rows.Length} windows, each against the median of five runs of the shop without the fault.

            | what | seen | wanted |
            |---|---|---|
            | prediction against reality, median error | {Sample.Median(errors):0.0} ms | |
            | … worst | {errors[^1]:0.0} ms | |
            | … of `db`, synchronous and awaited, both windows, worst | {rows.Where(r => r.Case.Faults is "db=400 sync=1" or "db=400").Max(r => Math.Abs(r.Error)):0.0} ms | at most 16 |
            | reality within the prediction's 95 % interval, widened by {ProofRow.Slack} ms | {100.0 * rows.Count(r => r.IsInside) / rows.Length:0.0} % ({rows.Count(r => r.IsInside)} of {rows.Length}) | at least 95 % |
            | suspects proven, refuted, not settled | {verdicts.Count(v => v == ProofOutcome.Proven)}, {verdicts.Count(v => v == ProofOutcome.Refuted)}, {verdicts.Count(v => v == ProofOutcome.Unsettled)} | none refuted |
            | orders placed by all of it | {outcomes.Sum(o => o.Orders)} | {outcomes.Sum(o => o.OrdersNeeded)}: run, recording and baseline |

            | fault | removed | window | as it is | predicted | 95 % interval | really | error |
            |---|---|---|--:|--:|--:|--:|--:|
            """);
        foreach (var row in rows)
        {
            text.AppendLine(
                $"| `{row.Case.Faults}` | {row.Case.Removed} | {row.Window} | {row.Now:0} | {row.Predicted:0} | {row.Low:0} to {row.High:0} | {row.Real:0} | {row.Error:0.0}{(row.IsInside ? "" : " (outside)")} |");
        }
        text.AppendLine(
            """

            What the response of a server lost that prices an order in 290 ms and looks into its stock in 150 ms, in three ways, with a total, when it really did without one of the two:

            | server | removed | the proof says | really |
            |---|---|--:|--:|
            """);
        foreach (var (outcome, change) in overlapping.SelectMany(o => o.Changes.Select(c => (o, c))))
        {
            text.AppendLine(
                $"| {outcome.Case.Way.ToString().ToLowerInvariant()} | {change.Removed} | {change.Low:0} to {change.High:0} | {change.Real:0}{(change.IsInside ? "" : " (outside)")} |");
        }
        return text.AppendLine().ToString().ReplaceLineEndings("\n");
    }
}
