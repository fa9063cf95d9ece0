namespace Synthetic.Browser.Finding;

/// <summary>Where Playwright's own installer puts its browsers: one folder a build, <c>chromium_headless_shell-1248</c>.</summary>
internal static class PlaywrightCache
{
    private const string Source = "Playwright's cache";

    /// <summary>What Playwright leaves in a folder that was downloaded to the end.</summary>
    public const string CompleteMark = "INSTALLATION_COMPLETE";

    private static readonly string[] HeadlessShell =
    [
        "chrome-headless-shell-linux64/chrome-headless-shell",
        "chrome-headless-shell-linux-arm64/chrome-headless-shell",
        "chrome-headless-shell-mac-arm64/chrome-headless-shell",
        "chrome-headless-shell-mac-x64/chrome-headless-shell",
        "chrome-headless-shell-win64/chrome-headless-shell.exe",
        "chrome-linux/headless_shell",
    ];

    private static readonly string[] Chromium =
    [
        "chrome-linux64/chrome",
        "chrome-linux-arm64/chrome",
        "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
        "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
        "chrome-win64/chrome.exe",
        "chrome-linux/chrome",
    ];

    /// <summary>The cache folder, as Playwright itself works it out; <c>null</c> where no home is known.</summary>
    public static string? Folder(IMachine machine)
    {
        var asked = machine.Variable("PLAYWRIGHT_BROWSERS_PATH");
        // "0" asks Playwright to keep its browsers inside the driver's own package.
        if (asked is "0")
            return PlaywrightDriver.PackageFolder(machine) is { } package ? Path.Join(package, ".local-browsers") : null;
        if (asked is not null)
            return asked;
        return CacheFolder.Of(machine, "ms-playwright");
    }

    /// <summary>The browsers in the cache: of each kind the newest build first.</summary>
    public static IEnumerable<Candidate> Candidates(IMachine machine) =>
        Folder(machine) is not { } folder
            ? []
            : Builds(machine, folder, "chromium_headless_shell-", HeadlessShell, BrowserKind.HeadlessShell)
                .Concat(Builds(machine, folder, "chromium-", Chromium, BrowserKind.Chromium));

    private static IEnumerable<Candidate> Builds(IMachine machine, string cache, string prefix, string[] executables, BrowserKind kind) =>
        from folder in machine.Folders(cache)
        where folder.StartsWith(prefix, StringComparison.Ordinal)
        let build = int.TryParse(folder.AsSpan(prefix.Length), out var number) ? number : -1
        where build >= 0
        orderby build descending
        let root = Path.Join(cache, folder)
        where machine.Look(Path.Join(root, CompleteMark)) != FileState.Missing
        from executable in executables
        let path = Path.Join(root, executable)
        where machine.Look(path) != FileState.Missing
        select new Candidate(path, kind, Source);
}
