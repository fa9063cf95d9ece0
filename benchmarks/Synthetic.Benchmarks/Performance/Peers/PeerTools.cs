using Synthetic.Benchmarks.Exactness;

namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>Installs other tools, each into a folder of its own, where it stays for the next time.</summary>
/// <param name="browser">The browser that all of them drive.</param>
/// <param name="folder">Where.</param>
/// <param name="shop">The shop that all of them order in.</param>
internal sealed class PeerTools(string browser, string folder, TruthfulShop shop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // Installed, it would bring its dependencies: a second browser.
    private const string Unpack = "rm -f ./*.deb; apt-get download \"$0\" || { apt-get update && apt-get download \"$0\"; } && dpkg -x \"$0\"_*.deb .";

    // No download of browsers: all drive the one that is there.
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1",
        ["PUPPETEER_SKIP_DOWNLOAD"] = "1",
        ["ARTILLERY_DISABLE_TELEMETRY"] = "true",
    };

    /// <summary>Those that could be installed and went through once, and why others were not.</summary>
    public async Task<(IReadOnlyList<FreshWay> Ways, IReadOnlyList<string> LeftOut)> InstallAsync()
    {
        var (ways, leftOut) = (new List<FreshWay>(), new List<string>());
        foreach (var tool in KnownPeers.All)
        {
            var way = await InstallAsync(tool);
            var wrong = way.Wrong ?? (await PlacedOrder.ByAsync(way.Way!, shop)).Wrong;
            if (wrong is null)
                ways.Add(way.Way!);
            else
                leftOut.Add($"{tool.FullName}, since {wrong}");
            Console.WriteLine($"{tool.FullName}: {wrong ?? "is there"}");
        }
        return (ways, leftOut);
    }

    private async Task<(FreshWay? Way, string? Wrong)> InstallAsync(PeerTool tool)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, tool.Name.Replace(' ', '-'))).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "package.json"), """{ "private": true, "type": "module" }""");
        foreach (var (name, text) in tool.Files)
            await File.WriteAllTextAsync(Path.Combine(own, name), text(shop.Address, browser));
        // Their scripts would only download browsers.
        var wrong = await Npm.RunAsync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", .. tool.Packages], own, Patience);
        if (wrong is null && tool.DebianPackage is { } package)
            wrong = await Npm.RunAsync("sh", ["-c", Unpack, package], own, Patience);
        if (wrong is not null)
            return (null, FirstLine(wrong));
        var results = Path.Combine(own, PeerTool.Results);
        return (new FreshWay(tool.FullName, "node", tool.Arguments(browser))
        {
            Environment = Environment,
            Folder = own,
            Results = results,
            Says = (output, told) => SaidFigures.Of(tool.Says(output, results), told.Count > 0 ? told[^1] : null),
        }, null);
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0];
}
