using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Installing;

/// <summary>Installs the build that Playwright was made for, from Playwright's own download host, into the user's cache.</summary>
internal sealed class PlaywrightInstallation(IMachine machine, ICommandRunner runner, bool isRoot) : IInstallation
{
    private const string NoPackage = "its driver (.playwright) is not next to the program";

    private static readonly Dictionary<string, string> Plain = new() { ["FORCE_COLOR"] = "0", ["NO_COLOR"] = "1" };

    public string Name => "Playwright's installer";

    public string? WhyNot() => PlaywrightDriver.PackageFolder(machine) is null ? NoPackage : null;

    public async Task<string?> InstallAsync(bool headed, Action<string> say, CancellationToken ct)
    {
        if (PlaywrightDriver.PackageFolder(machine) is not { } package)
            return NoPackage;
        var browser = headed ? "chromium" : "chromium-headless-shell";
        var download = await DriverAsync(package, ["install", browser], say, ct);
        if (!download.Succeeded)
            return $"the download ended with {download}";

        var kind = headed ? BrowserKind.Chromium : BrowserKind.HeadlessShell;
        if (PlaywrightCache.Candidates(machine).FirstOrDefault(c => c.Kind == kind) is not { Path: { } path })
            return "it reported success, but left no browser in its cache";
        if (machine.Family != MachineFamily.Linux || await StartsAsync(path, ct))
            return null;
        // Only now: the libraries are a minute of apt-get, wasted where they are there or the download fails.
        if (isRoot && await DriverAsync(package, ["install-deps", browser], say, ct) is { Succeeded: true }
            && await StartsAsync(path, ct))
            return null;
        return $"{path} does not start; it may lack shared libraries (as root: playwright install-deps {browser})";
    }

    private async Task<CommandResult> DriverAsync(string package, string[] arguments, Action<string> say, CancellationToken ct)
    {
        say($"Running playwright {string.Join(' ', arguments)}");
        var command = new Command(PlaywrightDriver.NodePath(machine, package), [Path.Join(package, "cli.js"), .. arguments]) { Variables = Plain };
        return await runner.RunAsync(command, say, ct);
    }

    private async Task<bool> StartsAsync(string path, CancellationToken ct) =>
        (await runner.RunAsync(new Command(path, ["--version"]), _ => { }, ct)).Succeeded;
}
