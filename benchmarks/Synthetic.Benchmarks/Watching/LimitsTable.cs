using System.Text;
using Synthetic.Benchmarks.Storing;
using Synthetic.Core.Basics;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Watching;

/// <summary>The document that says what being watched costs pages with far more of something than most have.</summary>
/// <param name="pairs">Every pair of runs.</param>
/// <param name="browser">The browser's kind.</param>
internal sealed class LimitsTable(IReadOnlyList<LimitPair> pairs, string browser)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # What being watched costs at the limits

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- watching-limits
            ```

            {pairs.Count} pairs of runs on {browser}, {Environment.ProcessorCount} cores: of each one is driven by Playwright alone, the other is a measured run of ours,
            in turns. Each page has far more of one thing than most pages have. The elements and the frames are there before the click, which fetches once; the changes
            go on for a second after it, a third each of attributes, texts and elements; the requests are fetched six at a time. Milliseconds, watched less bare, with the 95 % interval of
            the difference's median.

            | page | | pairs | bare | watched | difference | 95 % interval |
            |---|---|--:|--:|--:|--:|--:|
            """);
        foreach (var page in pairs.GroupBy(pair => pair.Page))
        {
            AddRow(text, page, "load", run => run.LoadMs);
            AddRow(text, page, "response", run => run.ResponseMs);
            if (page.All(pair => pair.Bare.Truth.Vitals.ContainsKey("the changes")))
                AddRow(text, page, "in it, the changes", run => run.Truth.Vitals["the changes"]);
            AddRow(text, page, "the click beside its response", run => run.BesideMs);
            AddRow(text, page, "whole run", run => run.WholeMs);
        }
        text.AppendLine(
            """

            The response is the page's own, taken without the probe. Load, click and run are the driver's: beside the response, a click takes what comes before its input
            and, measured, also what is handed over after the answer; the whole run opens a context, loads the page, clicks, and goes on to
            another page; a measured one also makes its record.

            ## What is kept of them

            | page | passed | response as recorded, less the page's own | documents | requests | said of what was left out |
            |---|--:|--:|--:|--:|---|
            """);
        foreach (var page in pairs.GroupBy(pair => pair.Page))
            AddKept(text, page.Key, [.. page]);
        text.AppendLine(
            """

            Of documents and requests the fewest that a run has, of the requests those that the page's own evidence has and those of the network layer. The difference is the median, and
            the largest either way.
            """);
        return text.ToString();
    }

    private static void AddRow(StringBuilder text, IGrouping<string, LimitPair> page, string what, Func<LimitRun, double> read)
    {
        var difference = MedianInterval.Of(page.Select(pair => read(pair.Watched) - read(pair.Bare)));
        text.AppendLine(
            $"| {Short(page.Key)} | {what} | {page.Count()} | {Sample.Median([.. page.Select(pair => read(pair.Bare)).Order()]):0.0} | {Sample.Median([.. page.Select(pair => read(pair.Watched)).Order()]):0.0} "
            + $"| {difference.Median:+0.0;-0.0;0.0} | {difference.Low:+0.0;-0.0;0.0} to {difference.High:+0.0;-0.0;0.0} |");
    }

    private static void AddKept(StringBuilder text, string name, IReadOnlyList<LimitPair> page)
    {
        RunRecord[] records = [.. page.Select(pair => pair.Watched.Record!)];
        double[] off = [.. page.Select(pair => (Ours: ResponseOf(pair.Watched.Record!), Theirs: pair.Watched.ResponseMs)).Where(both => both.Ours is not null).Select(both => both.Ours!.Value - both.Theirs).Order()];
        var said = records.SelectMany(record => record.Evidence!.Steps).SelectMany(step => step.Incidents).GroupBy(incident => incident.Text).Select(same => $"{same.Key} ({same.Count()} times)");
        text.AppendLine(
            $"| {Short(name)} | {records.Count(record => record.Status == RunStatus.Passed)} of {records.Length} "
            + $"| {(off is [] ? "none" : $"{Sample.Median(off):+0.0;-0.0;0.0} ({off[0]:+0.0;-0.0;0.0} to {off[^1]:+0.0;-0.0;0.0}), {off.Length} of {records.Length}")} "
            + $"| {records.Min(record => record.Evidence!.Documents.Count)} | {records.Min(record => record.Evidence!.Documents.Sum(one => one.Resources.Count))}, {records.Min(record => record.Evidence!.Exchanges.Count)} "
            + $"| {string.Join("; ", said)} |");
    }

    private static double? ResponseOf(RunRecord record) => record.Steps.ElementAtOrDefault(1)?.Interactions.LastOrDefault(one => one.Response is not null)?.Response?.Ms;

    private static string Short(string name) => name[LimitPages.Prefix.Length..];
}
