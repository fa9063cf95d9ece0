using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>One visit.</summary>
/// <param name="Visit">What was done.</param>
/// <param name="Record">Our record of it.</param>
/// <param name="Vitals">Every value next to the library's.</param>
/// <param name="Prerendered">Whether the browser had a page ready before it was asked for.</param>
internal sealed record VisitOutcome(PageVisit Visit, RunRecord Record, IReadOnlyList<ComparedVital> Vitals, bool Prerendered)
{
    public static VisitOutcome Of(PageVisit visit, RunRecord record, IReadOnlyList<LibraryAccount> accounts) =>
        new(
            visit, record, record.Evidence is null ? [] : [.. ComparedVital.Of(visit, record, accounts)],
            accounts.Any(account => account.Reports.Any(report => report.Type == "prerender")));

    /// <summary>Whatever nothing explains, in words.</summary>
    public IEnumerable<string> Wrongs()
    {
        if (Record.Status != RunStatus.Passed)
            yield return $"the run {Record.Status}: {Record.Failure?.Message}";
        if (!Vitals.Any(v => v.Told))
            yield return "the library told nothing";
        foreach (var vital in Vitals.Where(v => !v.Same && v.Reason is null))
            yield return vital.ToString();
    }
}
