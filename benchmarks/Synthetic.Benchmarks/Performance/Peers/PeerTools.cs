using Synthetic.Benchmarks.Exactness;

namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>Installs other tools, each into a folder of its own.</summary>
/// <param name="browser">The browser that all of them drive.</param>
/// <param name="folder">Where.</param>
/// <param name="shop">The shop that all of them order in.</param>
internal sealed class PeerTools(string browser, string folder, Uri shop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // No download of browsers: all drive the one that is there.
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1",
        ["PUPPETEER_SKIP_DOWNLOAD"] = "1",
        ["ARTILLERY_DISABLE_TELEMETRY"] = "true",
        ["ELASTIC_SYNTHETICS_OUTFD"] = "",
    };

    /// <summary>Those that could be installed and went through once, and why others were not.</summary>
    public async Task<(IReadOnlyList<FreshWay> Ways, IReadOnlyList<string> LeftOut)> InstallAsync()
    {
        var (ways, leftOut) = (new List<FreshWay>(), new List<string>());
        foreach (var tool in KnownPeers.All)
        {
            var way = await InstallAsync(tool);
            var wrong = way.Wrong ?? await TryAsync(way.Way!);
            if (wrong is null)
                ways.Add(way.Way!);
            else
                leftOut.Add($"{tool.Name}, since {wrong}");
            Console.WriteLine($"{tool.Name}: {wrong ?? "is there"}");
        }
        return (ways, leftOut);
    }

    private async Task<(FreshWay? Way, string? Wrong)> InstallAsync(PeerTool tool)
    {
        if (tool.Needs is { } program && !File.Exists(program))
            return (null, $"there is no {program}");
        var own = Directory.CreateDirectory(Path.Combine(folder, tool.Name.Replace(' ', '-'))).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "package.json"), """{ "private": true, "type": "module" }""");
        foreach (var (name, text) in tool.Files)
            await File.WriteAllTextAsync(Path.Combine(own, name), text(shop, browser));
        // Their scripts would only download browsers.
        var wrong = await Npm.RunAsync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", .. tool.Packages], own, Patience);
        return wrong is null ? (new FreshWay(tool.Name, "node", tool.Arguments(shop, browser)) { Environment = Environment, Folder = own }, null) : (null, FirstLine(wrong));
    }

    private static async Task<string?> TryAsync(FreshWay way)
    {
        try
        {
            var run = await FreshRun.OfAsync(way);
            return run.ExitCode == 0 ? null : $"it ended with {run.ExitCode}: {FirstLine(run.Errors + run.Output)}";
        }
        catch (TimeoutException)
        {
            return "it did not come to an end";
        }
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0];
}
