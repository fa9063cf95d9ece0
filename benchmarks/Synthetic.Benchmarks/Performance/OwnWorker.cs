using System.Text.Json;
using Synthetic.Core.Records;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Performance;

/// <summary>Our program, fresh and as a worker, with the scenario that the floor does too.</summary>
/// <param name="program">Its path.</param>
/// <param name="browser">The browser's path.</param>
/// <param name="folder">Where its files go.</param>
/// <param name="shop">The shop.</param>
internal sealed class OwnWorker(string program, string browser, string folder, TruthfulShop shop)
{
    private int _blocks;

    /// <summary>A fresh process that runs the scenario once and says its record.</summary>
    public async Task<FreshWay> FreshAsync()
    {
        var config = Path.Combine(folder, "fresh.json");
        await File.WriteAllTextAsync(config, ConfigOf(1, "null"));
        return new FreshWay("synthetic run", program, ["run", "--config", config, "--json", "--browser", browser])
        {
            Says = (output, told) => SaidFigures.Of(Record(output), told),
        };
    }

    /// <summary>Runs a worker whose slots come faster than it can run them, so that there is always one to begin.</summary>
    /// <param name="atOnce">How many runs it makes at once.</param>
    /// <param name="slotsAMinute">How many slots it gets.</param>
    /// <param name="warmUp">Runs that are left out.</param>
    /// <param name="runs">Runs that are measured.</param>
    /// <param name="memory">Looks at its memory; <c>null</c> where that is not to be.</param>
    public async Task<(WarmBlock Block, IReadOnlyList<SaidFigures> Figures)> BlockAsync(int atOnce, double slotsAMinute, int warmUp, int runs, MemoryWatch? memory = null)
    {
        var name = Path.Combine(folder, $"block-{++_blocks}");
        // All slots of a time come together and wait for places. So many that a run which goes on when the next ones come, and misses its own, leaves enough others.
        var scenarios = Math.Max(12, atOnce * 4);
        var every = Math.Max(1000, scenarios * 60_000 / slotsAMinute);
        await File.WriteAllTextAsync($"{name}.json", ConfigOf(scenarios, $"{{ \"every\": \"{every:0}ms\", \"jitter\": \"0ms\" }}"));
        var store = $"sqlite:{name}.db";
        var way = new WarmWay(
            "synthetic worker", program,
            ["worker", "--config", $"{name}.json", "--store", store, "--urls", "none", "--log-format", "json", "--concurrency", $"{atOnce}", "--browser", browser],
            IsRun);
        var block = await WarmBlock.OfAsync(way, warmUp, runs, memory);
        return (block, await FiguresAsync(store, warmUp, runs));
    }

    private async Task<IReadOnlyList<SaidFigures>> FiguresAsync(string address, int warmUp, int runs)
    {
        await using var store = await ResultStore.OpenAsync(StoreAddress.Parse(address, out _)!, "looking on", TimeProvider.System, CancellationToken.None);
        var kept = (await KeptRuns.AllAsync(store, CancellationToken.None)).Where(run => run.Status is RunStatus.Passed or RunStatus.Degraded or RunStatus.Inconclusive);
        var figures = new List<SaidFigures>();
        foreach (var run in kept.OrderBy(run => run.StartedAt).Skip(warmUp).Take(runs))
        {
            if (await store.History.RecordAsync(run.RunId, CancellationToken.None) is { } record && SaidFigures.Of(record, shop.Truths) is { } one)
                figures.Add(one);
        }
        return figures;
    }

    private static RunRecord Record(string output) => RunJson.Read(output.Split('\n').First(line => line.StartsWith('{')));

    private static bool IsRun(string line)
    {
        if (!line.Contains("\"event\":\"run\"", StringComparison.Ordinal))
            return false;
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("status").GetString() is not ("missed" or "aborted");
    }

    private string ConfigOf(int scenarios, string schedule)
    {
        var all = Enumerable.Range(1, scenarios).Select(n =>
            $$"""
            { "name": "place-order-{{n}}", "baseUrl": "{{shop.Address}}", "schedule": {{schedule}}, "causes": "never", "steps": [
              { "name": "Open the shop", "goto": "/" },
              { "name": "Add to cart", "click": "#add-to-cart", "expect": { "text": "1 item" } },
              { "name": "Place order", "click": { "role": "button", "name": "Place order" }, "expect": { "visible": "text=Order confirmed" } } ] }
            """);
        return $"{{ \"scenarios\": [ {string.Join(",\n", all)} ] }}".Replace(" \"schedule\": null,", "", StringComparison.Ordinal);
    }
}
