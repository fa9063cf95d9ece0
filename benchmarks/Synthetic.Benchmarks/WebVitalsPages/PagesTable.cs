using System.Text;
using Synthetic.Benchmarks.Exactness;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>Says in a document how each of our values stands to the library's.</summary>
/// <param name="outcomes">Every visit.</param>
/// <param name="checkout">What was visited.</param>
/// <param name="browser">The browser's kind.</param>
internal sealed class PagesTable(IReadOnlyList<VisitOutcome> outcomes, PagesCheckout checkout, string browser)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # Against the web-vitals library's own pages

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- web-vitals --pages DIR
            ```

            `DIR` is a checkout of the library's repository; without it, the tag of the version that is locked in `benchmarks/web-vitals` is cloned. None of it is kept here.
            The pages of its end-to-end tests ({checkout.PagesVersion}) are served by its own test server, with the library from npm ({checkout.LibraryVersion}).
            Each is visited by a run of ours that does what the library's test does; the values stand next to those that the library gave in the same page of the same run.

            {outcomes.Select(o => o.Visit).Distinct().Count()} visits, {outcomes.Count / outcomes.Select(o => o.Visit).Distinct().Count()} of each, on {outcomes[0].Record.Evidence?.Browser} ({browser}).

            | value | compared | the same | worst of those | may be | differ, for a reason | differ |
            |---|--:|--:|--:|--:|--:|--:|
            """);
        foreach (var name in ComparedVital.Names)
        {
            var told = Vitals.Where(v => v.Name == name && v.Told).ToArray();
            var same = told.Where(v => v.Same).ToArray();
            text.AppendLine(
                $"| {name} | {told.Length} | {same.Length} | {same.Select(v => v.Difference).DefaultIfEmpty(0).Max():0.######} | {VitalCheck.Tolerance(name):0.####} | {told.Count(v => !v.Same && v.Reason is not null)} | {told.Count(v => !v.Same && v.Reason is null)} |");
        }
        WriteNotes(text);
        WritePages(text);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private IEnumerable<ComparedVital> Vitals => outcomes.SelectMany(o => o.Vitals);

    private void WriteNotes(StringBuilder text) => text.AppendLine().AppendLine(
        $$"""
        - Where a page asks the library for a value itself, its own call's is the one that counts, with the options it has; the other four are asked for beside it.
        - A page that asks for its routes (`reportSoftNavs`) has a row for each route. The library then ends the document's own values at the first route; ours are those of
          all of it, and stand next to the library's without that option.

        ## What is not visited

        {{(outcomes.Any(o => o.Prerendered) ? "- Nothing is left out of prerendered pages." : "- Prerendered pages: this browser prepared none of the links that pages offer for it. They are followed, and load as any other.")}}
        - Returns from the back/forward cache: the pages pretend them by events of their own. The driver starts its browsers without that cache, so `back` loads the page again,
          which is visited.
        - Tabs that are really hidden: a driven page stays visible whatever is in front of it. Pages that pretend to be hidden are visited.
        - What the library attributes a value to (`attribution=1`): only the pages that behave differently with it are visited, for their values.
        - Tests for browsers that lack an entry type.
        """);

    private void WritePages(StringBuilder text)
    {
        text.AppendLine().AppendLine(
            """
            ## Page by page

            Of the rounds the one in which a value was furthest off. One number: both are the same to the last digit that is shown. Two: ours, then the library's; `–` is none.

            | visit | page | INP | LCP | CLS | FCP | TTFB |
            |---|---|--:|--:|--:|--:|--:|
            """);
        foreach (var visit in Vitals.GroupBy(v => v.Visit))
        {
            foreach (var page in visit.GroupBy(v => v.Page))
            {
                var cells = ComparedVital.Names.Select(name => Cell(page.Where(v => v.Name == name).MaxBy(v => v.Difference)!));
                text.AppendLine($"| {visit.Key.Title} | {page.Key} | {string.Join(" | ", cells)} |");
            }
        }
        var reasons = Vitals.Where(v => !v.Same && v.Reason is not null).Select(v => $"- `{v.Visit.Address}`, {v.Name}: {v.Reason}.").Distinct().ToArray();
        if (reasons.Length > 0)
            text.AppendLine().AppendLine("## Why values differ").AppendLine().AppendJoin('\n', reasons).AppendLine();
        var wrongs = outcomes.SelectMany(o => o.Wrongs().Select(w => $"- {o.Visit.Title}: {w}")).Distinct().ToArray();
        if (wrongs.Length > 0)
            text.AppendLine().AppendLine("## What nothing explains").AppendLine().AppendJoin('\n', wrongs).AppendLine();
    }

    private static string Cell(ComparedVital vital)
    {
        var (ours, theirs) = (vital.Written(vital.Ours), vital.Written(vital.Theirs));
        return ours == theirs ? ours : vital.Same ? $"{ours} {theirs}" : $"**{ours} {theirs}**";
    }
}
