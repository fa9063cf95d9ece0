using System.Runtime.InteropServices;
using System.Text;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>Says in a page how exact we were.</summary>
/// <param name="outcomes">Every run of every page.</param>
/// <param name="navigations">Further runs of clicks that navigate at once.</param>
/// <param name="open">Pages that are known to be blamed wrong.</param>
/// <param name="load">Runs beside busy programs.</param>
/// <param name="browser">The kind of browser.</param>
internal sealed class ExactnessReport(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> navigations, IReadOnlyList<Outcome> open, UnderLoad load, string browser)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # How exact it is

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- exactness
            ```

            {Pages.Length} of {Cases.MatrixCases.All.Count} pages of known truth, {outcomes.Count / Pages.Length} runs of each, on {outcomes[0].Record.Evidence?.Browser} ({browser}), {RuntimeInformation.OSDescription.Split(' ')[0]}, {Environment.ProcessorCount} cores.
            Each page takes its own times, without the probe: from its input's timestamp to the frame after its own change of the document.
            It also runs the web-vitals library, whose values ours are held against. {outcomes.Count(o => o.Record.Host?.Verdict == HostState.Noisy)} of the {outcomes.Count} runs found their host noisy; they are in the figures all the same.

            ## In short

            | what | seen | wanted |
            |---|---|---|
            """);
        foreach (var (what, seen, wanted) in Summary())
            text.AppendLine($"| {what} | {seen} | {wanted} |");
        text.AppendLine().AppendLine(
            """
            - *Right* is a culprit of the true kind and component; where neither the browser nor the server tells, `unknown` is right.
            - A page that leaves before the browser reports its click has no INP in the library either; ours is then an estimate, `lower` bound, and is not compared.
            - `durationThreshold` is 16 ms in both. The library's default of 40 ms leaves shorter interactions out, and so would differ.

            ## Page by page

            Medians, in milliseconds; the error is ours less the page's.

            """);
        PageTable.Write(text, outcomes.Where(o => o.Page.Framework is null));
        if (outcomes.Any(o => o.Page.Framework is not null))
        {
            text.AppendLine().AppendLine(
                """
                ## Frameworks

                The same for pages that are made with the packages from npm that are locked in `benchmarks/frameworks`, and bundled as for production.
                Each has a poller and a slow request beside it, which its result does not wait for.

                """);
            PageTable.Write(text, outcomes.Where(o => o.Page.Framework is not null));
        }
        var wrongs = outcomes.SelectMany(o => o.Wrongs().Select(w => $"- {o.Page.Name}: {w}")).Distinct().ToArray();
        if (wrongs.Length > 0)
            text.AppendLine().AppendLine("## What was wrong").AppendLine().AppendJoin('\n', wrongs).AppendLine();
        if (open.Count == 0)
            return text.ToString().ReplaceLineEndings("\n");
        var contradictions = load.Contradictions.Select(one => $"- {one.Page.Page.Name}: {one.Check}").ToArray();
        if (contradictions.Length > 0)
            text.AppendLine().AppendLine("## What a busy machine had us say").AppendLine().AppendJoin('\n', contradictions).AppendLine();
        text.AppendLine().AppendLine(
            """
            ## Known to go wrong

            Pages that are left out above, since we know that we cannot blame them right, or only by luck; one run each.

            | page | said | true |
            |---|---|---|
            """);
        foreach (var page in open)
            text.AppendLine($"| {page.Page.Name} | {Said(page)} | {page.Page.Response?.ToString() ?? "nobody"} |");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private Cases.MatrixCase[] Pages => [.. outcomes.Select(o => o.Page).Distinct()];

    private IEnumerable<(string What, string Seen, string Wanted)> Summary()
    {
        var errors = outcomes.Select(o => o.ResponseError).OfType<double>().Select(Math.Abs).Order().ToArray();
        yield return ("`response.ms` against the page's own, median error", $"{errors.Median():0.0} ms", "at most 8");
        yield return ("… 95 % of the runs", $"{errors[(int)(errors.Length * 0.95)]:0.0} ms", "");
        yield return ($"… worst of {errors.Length} runs", $"{errors[^1]:0.0} ms", "at most 33");
        var presented = outcomes.Select(o => o.ResponseMs - o.PresentedMs).OfType<double>().Order().ToArray();
        yield return (
            $"`response.ms` against the browser's own Element Timing, {presented.Length} runs",
            $"{presented.Median():0.0} ms in the median, {presented[presented.Length / 20]:0.0} to {presented[presented.Length * 19 / 20]:0.0} in 90 %",
            "");
        var culprits = outcomes.SelectMany(o => o.Culprits).ToArray();
        var right = culprits.Count(c => c.Right);
        yield return ("culprits right", $"{100.0 * right / culprits.Length:0.0} % ({right} of {culprits.Length})", "at least 99 %");
        var followed = outcomes.Where(o => o.Record.Evidence?.InstrumentedRun is not null).Select(o => o.Record).ToArray();
        yield return (
            "runs whose path order alone did not tell, followed by an unmeasured one",
            $"{followed.Length} of {outcomes.Count}, which took {followed.Sum(r => r.Evidence!.InstrumentedRun!.DurationMs) / Math.Max(1, followed.Sum(r => r.DurationMs)):0.0} times as long as they did",
            "");
        yield return ("culprits wrong with confidence `observed`", $"{culprits.Count(c => c.WronglyObserved)}", "none");
        foreach (var vital in outcomes.SelectMany(o => o.Vitals).GroupBy(v => v.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return ($"{vital.Key} against web-vitals, worst of {vital.Count()} pages", $"{vital.Max(v => v.Error):0.####}", $"{VitalCheck.Tolerance(vital.Key)}");
        yield return ("timelines: worst sum against its window", $"{outcomes.Max(o => o.WorstSum):0.00} ms", "at most 0.1");
        var covered = outcomes.Concat(navigations).Select(o => o.Record.Coverage).ToArray();
        yield return (
            $"interactions driven, in {covered.Length} runs, {navigations.Count} of them clicks that navigate at once",
            $"{covered.Sum(c => c.Driven)}: {covered.Sum(c => c.Observed)} observed, {covered.Sum(c => c.Estimated)} estimated, {covered.Sum(c => c.Missed)} missed",
            "none missed");
        yield return (
            $"{load.Runs} runs over a budget, beside a busy program on every processor",
            $"{load.Noisy} say noisy, {load.Inconclusive} inconclusive, {load.Alerts} alerts",
            "no alert");
        var loaded = load.Pages.SelectMany(page => page.Culprits).ToArray();
        yield return (
            $"{load.Pages.Count} runs, one of each page, beside a busy program on every processor",
            $"{loaded.Count(c => c.Right)} of {loaded.Length} culprits right, {load.Contradictions.Count()} contradict the quiet ones, {loaded.Count(c => !c.Right) - load.Contradictions.Count()} say less",
            "none contradicts");
        yield return ("other runs that did not pass", $"{outcomes.Concat(navigations).Count(o => o.Record.Status != RunStatus.Passed)}", "none");
    }

    private static string Said(Outcome outcome) =>
        outcome.Culprits.FirstOrDefault(c => c.Window == "response")?.Named is { } named
            ? $"{new Cases.Blamed(named.Kind, named.Component)}, {named.Confidence.ToString().ToLowerInvariant()}"
            : "nobody";
}

/// <summary>Arithmetic of samples.</summary>
internal static class Samples
{
    public static double Median(this IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
