using System.CommandLine;
using Synthetic.Browser.Installing;

namespace Synthetic.Benchmarks.Performance;

/// <summary><c>performance</c>: what a run costs, beside bare Playwright and, where asked for, beside other tools.</summary>
internal static class PerformanceCommand
{
    /// <summary>Rounds of fresh processes for each block of warm runs.</summary>
    private const int RoundsOfBlock = 4;

    /// <summary>Rounds of fresh processes for each of the other tools, which take their time.</summary>
    private const int RoundsOfPeers = 2;

    public static Command Build()
    {
        var peers = new Option<bool>("--peers") { Description = "Measures other tools too, which npm brings" };
        var runs = new Option<int>("--runs") { HelpName = "N", Description = "Runs of each block of warm runs", DefaultValueFactory = _ => 25 };
        var programs = new Option<string>("--programs") { HelpName = "DIR", Description = "Where the programs are published to, and other tools installed", DefaultValueFactory = _ => "artifacts/performance" };
        return BenchmarkCommand.Build(
            "performance", "Runs the shop's order with us and with nothing around the driver, in turns; --only fresh, warm, four or peers.", rounds: 20, "docs/performance.md", [peers, runs, programs],
            (options, parsed) => RunAsync(options, Path.GetFullPath(parsed.GetRequiredValue(programs)), parsed.GetValue(runs), parsed.GetValue(peers)));
    }

    private static async Task<int> RunAsync(BenchmarkOptions options, string programs, int runs, bool peers)
    {
        if (ProcessGroup.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 1;
        }
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        var published = await PublishedPrograms.MakeAsync(programs);
        var folder = Directory.CreateTempSubdirectory("synthetic-performance").FullName;
        await using var shop = await TruthfulShop.StartAsync();
        var all = new PerformanceRuns(published, browser.Path, folder, shop);
        bool Wants(string part) => options.Only is null || options.Only == part;
        var blocks = Math.Max(1, options.Rounds / RoundsOfBlock);
        var document = new PerformanceDocument(browser.Kind.ToString(), options.Rounds, blocks, runs)
        {
            Fresh = Wants("fresh") ? await all.FreshAsync(options.Rounds, []) : [],
            Talk = Wants("fresh") ? await all.TalkAsync() : [],
            Warm = Wants("warm") ? await all.WarmAsync(blocks, 1, runs) : [],
            Four = Wants("four") ? await all.WarmAsync(blocks, 4, runs * 3) : [],
        };
        var (found, reasons) = peers || options.Only == "peers" ? await new Peers.PeerTools(browser.Path, Path.Combine(programs, "peers"), shop).InstallAsync() : ([], []);
        document = document with { LeftOut = reasons };
        if (found.Count > 0)
        {
            document = document with { Peers = await all.PeersAsync(Math.Max(1, options.Rounds / RoundsOfPeers), found) };
        }
        Console.WriteLine(document.ToMarkdown());
        if (options.Only is null)
            await document.WriteAsync(options.Out);
        Directory.Delete(folder, recursive: true);
        return 0;
    }
}
