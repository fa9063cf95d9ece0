using System.Text;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Core.Basics;

namespace Synthetic.Benchmarks.Watching;

/// <summary>The document that says what being watched costs a page.</summary>
/// <param name="pairs">Every pair of runs.</param>
/// <param name="browser">The browser's kind.</param>
internal sealed class WatchingTable(IReadOnlyList<WatchedPair> pairs, string browser)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # What being watched costs a page

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- watching
            ```

            {pairs.Count} pairs of runs on {browser}, {Environment.ProcessorCount} cores. Of each pair one run is driven by Playwright alone, which then
            only asks the page every 100 ms whether it is done, the other by a measured run of ours, in turns. The figures are the page's own, taken without the probe, watched less bare, with the 95 % interval of their median.

            | page | pairs | bare | watched | difference | 95 % interval |
            |---|--:|--:|--:|--:|--:|
            """);
        foreach (var page in pairs.GroupBy(pair => pair.Page))
        {
            AddRow(text, $"{page.Key["watched: ".Length..]}, response (ms)", [.. page], truth => truth.Responses[^1]);
            AddRow(text, $"{page.Key["watched: ".Length..]}, response as presented (ms)", [.. page], truth => truth.Presented is [.., var shown] ? shown : null);
            foreach (var part in page.SelectMany(pair => pair.Bare.Vitals.Keys).Distinct())
                AddRow(text, $"{page.Key["watched: ".Length..]}, {part} (ms)", [.. page], truth => truth.Vitals.TryGetValue(part, out var ms) ? ms : null);
            AddRow(text, $"{page.Key["watched: ".Length..]}, long frames", [.. page], truth => truth.Frames?.Count);
        }
        text.AppendLine(
            """

            The response ends in the first task of the highest priority that the page runs after its frame, and so behind what the probe does there; *as presented*, where the
            browser itself says that it presented the text (element timing).

            The light page fetches once. The heavy one works for 60 ms, fetches, then sets 2,000 timers, sends 2,000 messages between ports, draws
            ten frames and adds 20,000 nodes at once.

            ## Scripts of the long frames

            How many of the runs have each in a long frame, as the browser itself names it.

            | page | script | bare | watched |
            |---|---|--:|--:|
            """);
        foreach (var page in pairs.GroupBy(pair => pair.Page))
        {
            var (bare, watched) = (Runs(page.Select(pair => pair.Bare)), Runs(page.Select(pair => pair.Watched)));
            foreach (var script in bare.Keys.Union(watched.Keys).OrderByDescending(name => bare.GetValueOrDefault(name)).ThenBy(name => name, StringComparer.Ordinal))
                text.AppendLine($"| {page.Key["watched: ".Length..]} | `{script}` | {bare.GetValueOrDefault(script)} | {watched.GetValueOrDefault(script)} |");
        }
        text.AppendLine(
            """

            ## What a page can see of it

            In a measured run, `WebSocket`, `EventSource`, `Worker`, `SharedWorker`, `BroadcastChannel`, what they and a service worker are sent messages with,
            `attachShadow` and `requestAnimationFrame` are stood before: a page that prints their source reads that of a native function without a name. Each
            frame for which a page asks has one more animation callback before its own, and one task after it, or two where the driver waits for what it shows;
            each input has one more listener before the page's and one after them, and one task after it. Timers, `fetch`, promises and their callbacks are the browser's own.
            """);
        return text.ToString();
    }

    private static void AddRow(StringBuilder text, string name, IReadOnlyList<WatchedPair> pairs, Func<PageTruth, double?> read)
    {
        var both = pairs.Select(pair => (Bare: read(pair.Bare), Watched: read(pair.Watched))).Where(pair => pair is { Bare: not null, Watched: not null }).ToArray();
        if (both.Length == 0)
            return;
        var differences = both.Select(pair => pair.Watched!.Value - pair.Bare!.Value).Order().ToArray();
        // Order statistics that hold the median with a probability of 95 %.
        var reach = (int)Math.Ceiling(0.98 * Math.Sqrt(differences.Length));
        var low = differences[Math.Max(0, (differences.Length / 2) - reach)];
        var high = differences[Math.Min(differences.Length - 1, (differences.Length / 2) + reach)];
        text.AppendLine($"| {name} | {both.Length} | {Sample.Median([.. both.Select(pair => pair.Bare!.Value).Order()]):0.0} | {Sample.Median([.. both.Select(pair => pair.Watched!.Value).Order()]):0.0} | {Sample.Median(differences):+0.0;-0.0;0.0} | {low:+0.0;-0.0;0.0} to {high:+0.0;-0.0;0.0} |");
    }

    private static Dictionary<string, int> Runs(IEnumerable<PageTruth> truths) => truths
        .SelectMany(truth => (truth.Frames ?? []).SelectMany(frame => frame).Distinct())
        .GroupBy(name => name)
        .ToDictionary(same => same.Key, same => same.Count());
}
