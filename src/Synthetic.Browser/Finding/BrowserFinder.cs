namespace Synthetic.Browser.Finding;

/// <summary>Looks for a Chromium: first what was asked for, then Playwright's cache, then the system's.</summary>
internal sealed class BrowserFinder(IMachine machine)
{
    /// <summary>The variable that names the browser to use.</summary>
    public const string Variable = "SYNTHETIC_BROWSER";

    private const string Missing = "no such file";

    /// <summary>Searches in order, and stops at the first that will do.</summary>
    /// <param name="setting">The executable asked for; <c>null</c> or empty for none.</param>
    /// <param name="headed">Whether it must be able to show a window.</param>
    /// <exception cref="BrowserUnavailableException">A browser was asked for and cannot be used: never is another one taken in its place.</exception>
    public BrowserSearch Find(string? setting, bool headed)
    {
        if (!string.IsNullOrWhiteSpace(setting))
            return Asked(setting, "the browser setting", headed);
        if (machine.Variable(Variable) is { } path)
            return Asked(path, Variable, headed);
        return FindInstalled(headed);
    }

    /// <summary>Searches Playwright's cache and the system, whatever was asked for.</summary>
    public BrowserSearch FindInstalled(bool headed)
    {
        var looked = new List<(Candidate Candidate, string? Unfit)>();
        // A headless shell anywhere is preferred to a full browser anywhere: it costs a third of the CPU.
        Candidate[] all = [.. PlaywrightCache.Candidates(machine), .. KnownBrowserPaths.Candidates(machine)];
        foreach (var candidate in all.OrderBy(c => c.Kind != BrowserKind.HeadlessShell))
        {
            looked.Add((candidate, WhyUnfit(candidate, headed)));
            if (looked[^1].Unfit is null)
                return new BrowserSearch(new InstalledBrowser(candidate.Path, candidate.Kind, candidate.Source), Summary(looked));
        }
        return new BrowserSearch(null, Summary(looked));
    }

    /// <summary>What to do where there is no browser: a sentence for people.</summary>
    /// <param name="headed">Whether it must be able to show a window.</param>
    public static string AdviceFor(bool headed) =>
        $"Install {(headed ? "the package chromium" : "the package chromium-headless-shell (Debian) or chromium")}, or Google Chrome, or set {Variable} to the executable of one.";

    /// <summary>A line for each file that is there, and one a source for all the names that are not.</summary>
    private string[] Summary(IReadOnlyList<(Candidate Candidate, string? Unfit)> looked) =>
    [
        $"Playwright's cache: {PlaywrightCache.Folder(machine) ?? "no home folder is known"}",
        .. looked.Where(l => l.Unfit != Missing).Select(l => $"{l.Candidate.Path}: {l.Unfit ?? $"found ({l.Candidate.Source})"}"),
        .. from l in looked
           where l.Unfit == Missing
           group Path.GetFileName(l.Candidate.Path) by l.Candidate.Source into source
           select $"{source.Key}: no {string.Join(", ", source.Distinct())}",
    ];

    private BrowserSearch Asked(string path, string source, bool headed)
    {
        var candidate = new Candidate(Path.GetFullPath(path), InstalledBrowser.KindOf(path), source);
        if (WhyUnfit(candidate, headed) is { } unfit)
            throw new BrowserUnavailableException(
                $"{source} names {path}, which cannot be used: {unfit}. Name a Chromium executable, or unset it to have one found.");
        return new BrowserSearch(
            new InstalledBrowser(candidate.Path, candidate.Kind, source), [$"{candidate.Path}: found ({source})"]);
    }

    private string? WhyUnfit(Candidate candidate, bool headed) => machine.Look(candidate.Path) switch
    {
        FileState.Missing => Missing,
        FileState.NotExecutable => "not executable",
        _ when headed && candidate.Kind == BrowserKind.HeadlessShell => "a headless shell cannot show a window",
        _ when SnapStub.IsAt(candidate.Path, machine) => "only a stub for a snap, which cannot be driven",
        _ => null,
    };
}

/// <summary>What a search for a browser came to.</summary>
/// <param name="Found">The browser to use; <c>null</c> where there is none.</param>
/// <param name="LookedAt">Every place looked at, in order, each with what was there. Empty only before anything was looked at.</param>
public sealed record BrowserSearch(InstalledBrowser? Found, IReadOnlyList<string> LookedAt);

/// <summary>A place where a browser may be.</summary>
internal readonly record struct Candidate(string Path, BrowserKind Kind, string Source);
