namespace Synthetic.Browser.Finding;

/// <summary>Installs the build that Playwright was made for, from Playwright's own download host, into the user's cache.</summary>
internal sealed class PlaywrightInstallation(IMachine machine, ICommandRunner runner, bool isRoot) : IInstallation
{
    private const string NoPackage = "its driver (.playwright) is not next to the program";

    private static readonly Dictionary<string, string> s_plain = new() { ["FORCE_COLOR"] = "0", ["NO_COLOR"] = "1" };

    public string Name => "Playwright's installer";

    public string? WhyNot() => PlaywrightDriver.PackageFolder(machine) is null ? NoPackage : null;

    public async Task<string?> InstallAsync(bool headed, Action<string> say, CancellationToken cancellation)
    {
        if (PlaywrightDriver.PackageFolder(machine) is not { } package)
            return NoPackage;
        string browser = headed ? "chromium" : "chromium-headless-shell";
        CommandResult download = await DriverAsync(package, ["install", browser], say, cancellation);
        if (!download.Succeeded)
            return $"the download ended with {download}";

        BrowserKind kind = headed ? BrowserKind.Chromium : BrowserKind.HeadlessShell;
        if (PlaywrightCache.Candidates(machine).FirstOrDefault(c => c.Kind == kind) is not { Path: { } path })
            return "it reported success, but left no browser in its cache";
        if (machine.Family != MachineFamily.Linux || await StartsAsync(path, cancellation))
            return null;
        // Only now: the libraries are a minute of apt-get, wasted where they are there or the download fails.
        if (isRoot && await DriverAsync(package, ["install-deps", browser], say, cancellation) is { Succeeded: true }
            && await StartsAsync(path, cancellation))
            return null;
        return $"{path} does not start; it may lack shared libraries (as root: playwright install-deps {browser})";
    }

    private async Task<CommandResult> DriverAsync(string package, string[] arguments, Action<string> say, CancellationToken cancellation)
    {
        say($"Running playwright {string.Join(' ', arguments)}");
        Command command = new(PlaywrightDriver.NodePath(machine, package), [Path.Join(package, "cli.js"), .. arguments]) { Variables = s_plain };
        return await runner.RunAsync(command, say, cancellation);
    }

    private async Task<bool> StartsAsync(string path, CancellationToken cancellation) =>
        (await runner.RunAsync(new Command(path, ["--version"]), _ => { }, cancellation)).Succeeded;
}
