using System.CommandLine;
using System.Text;
using Synthetic.Benchmarks.Kills;
using Synthetic.Core.Records;
using Synthetic.Results;
using Synthetic.Shop;

namespace Synthetic.Benchmarks.Storing;

/// <summary><c>storing</c>: what a run pays for being kept and pushed, and what many kept runs take.</summary>
internal static class StoringCommand
{
    public static Command Build()
    {
        var runs = new Option<int>("--runs") { HelpName = "N", Description = "How many runs a full store has", DefaultValueFactory = _ => 100_000 };
        var program = new Option<string>("--program")
        {
            HelpName = "F",
            Description = "The worker",
            DefaultValueFactory = _ => "src/Synthetic.Worker/bin/Release/net10.0/synthetic.dll",
        };
        return BenchmarkCommand.Build(
            "storing", "Runs workers that keep, push or do neither beside each other, then fills a store of each kind.", rounds: 20, "docs/storing.md", [runs, program],
            (options, parsed) => RunAsync(options, Path.GetFullPath(parsed.GetRequiredValue(program)), parsed.GetValue(runs)));
    }

    private static async Task<int> RunAsync(BenchmarkOptions options, string program, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("synthetic-storing").FullName;
        await using var server = PostgresServer.Missing is null ? await PostgresServer.StartAsync() : null;
        var (costs, records) = await CostsAsync(options, program, folder, server);
        var sizes = new List<StoreSize>();
        foreach (var kind in options.Pick<string>(server is null ? ["SQLite"] : ["SQLite", "PostgreSQL"], name => name))
            sizes.Add(await SizeAsync(kind, folder, server, records, runs));
        var text = new StoringDocument(costs, sizes, Core.Basics.Sample.Median([.. records.Select(record => (double)Encoding.UTF8.GetByteCount(RunJson.Write(record)))])).ToMarkdown();
        Console.WriteLine(text);
        if (options.Only is null)
            await File.WriteAllTextAsync(options.Out, text);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<(IReadOnlyList<WayCost> Costs, IReadOnlyList<RunRecord> Records)> CostsAsync(
        BenchmarkOptions options, string program, string folder, PostgresServer? server)
    {
        await using var shop = await ShopHost.StartAsync(new ShopOptions(), CancellationToken.None);
        await using var collector = await Collector.StartAsync();
        var ways = StoringWay.All(folder, server is null ? null : await server.NewDatabaseAsync("costs"), collector.Address);
        var costs = await new StoringCosts(program, folder, shop.BaseUri).RunAsync(ways, options.Rounds, CancellationToken.None);
        Console.WriteLine($"metrics were pushed {collector.Pushes} times");
        var kept = ways.Single(way => way.Name == StoringWay.Sqlite).Store;
        await using var store = await ResultStore.OpenAsync(StoreAddress.Parse(kept, out _)!, "looking on", TimeProvider.System, CancellationToken.None);
        var records = new List<RunRecord>();
        foreach (var run in (await KeptRuns.AllAsync(store, CancellationToken.None)).Where(run => run.Status is RunStatus.Passed or RunStatus.Degraded))
            records.Add((await store.History.RecordAsync(run.RunId, CancellationToken.None))!);
        return (costs, records);
    }

    private static async Task<StoreSize> SizeAsync(string kind, string folder, PostgresServer? server, IReadOnlyList<RunRecord> records, int runs)
    {
        Console.WriteLine($"{kind}:");
        var file = Path.Combine(folder, "full.db");
        var address = kind == "SQLite" ? $"sqlite:{file}" : await server!.NewDatabaseAsync("full");
        IReadOnlyList<double> writes;
        IReadOnlyList<(string, IReadOnlyList<double>)> answers;
        await using (var store = await ResultStore.OpenAsync(StoreAddress.Parse(address, out _)!, "local", TimeProvider.System, CancellationToken.None))
        {
            var filled = new FilledStore(store, FilledStore.Scenarios, TimeSpan.FromMinutes(1));
            writes = await filled.FillAsync(records, runs, CancellationToken.None);
            answers = await filled.AskAsync(runs, CancellationToken.None);
        }
        var bytes = kind == "SQLite"
            ? Directory.EnumerateFiles(folder, "full.db*").Sum(one => new FileInfo(one).Length)
            : await server!.SizeAsync("full");
        return new StoreSize(kind, runs, bytes, writes, answers);
    }
}
