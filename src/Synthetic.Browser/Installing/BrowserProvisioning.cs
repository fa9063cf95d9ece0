using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Installing;

/// <summary>Sees to it that there is a browser: finds one on this machine, or installs one.</summary>
public sealed class BrowserProvisioning
{
    private readonly BrowserFinder _finder;
    private readonly BrowserInstaller _installer;

    /// <summary>For the machine the program runs on.</summary>
    /// <param name="time">The clock that limits how long an installation may take (10 minutes).</param>
    public BrowserProvisioning(TimeProvider time)
        : this(new ThisMachine(), new ProcessRunner(), time)
    {
    }

    internal BrowserProvisioning(IMachine machine, ICommandRunner runner, TimeProvider time)
    {
        var isRoot = Environment.IsPrivilegedProcess;
        _finder = new BrowserFinder(machine);
        _installer = new BrowserInstaller(
            _finder,
            [new PlaywrightInstallation(machine, runner, isRoot), new AptInstallation(machine, runner, isRoot)],
            Path.GetTempPath(),
            time);
    }

    /// <summary>Looks for a browser: the setting, <c>SYNTHETIC_BROWSER</c>, Playwright's cache, PATH, the usual folders.</summary>
    /// <param name="setting">The executable asked for; <c>null</c> for none.</param>
    /// <param name="headed">Whether it must be able to show a window. A headless shell is preferred where not.</param>
    /// <returns>The browser, or none, and what was looked at.</returns>
    /// <exception cref="BrowserUnavailableException">The browser asked for is missing, not executable, or cannot show a window.</exception>
    public BrowserSearch Find(string? setting, bool headed) => _finder.Find(setting, headed);

    /// <summary>Installs a browser, by Playwright's installer or the distribution's packages, and waits for another process that does so.</summary>
    /// <param name="headed">Whether it must be able to show a window.</param>
    /// <param name="say">Told what is about to be run, and every line it writes. Called from any thread, one line at a time.</param>
    /// <param name="ct">Ends the installation; what was half done is left to the installer to repair.</param>
    /// <returns>The browser, which is the one already there where there is one.</returns>
    /// <exception cref="BrowserUnavailableException">No way worked; the message says what was tried, and what to do.</exception>
    public Task<InstalledBrowser> InstallAsync(bool headed, Action<string> say, CancellationToken ct) =>
        _installer.InstallAsync(headed, say, ct);

    /// <summary>Finds a browser, or else installs one where that is allowed.</summary>
    /// <param name="setting">The executable asked for; <c>null</c> for none.</param>
    /// <param name="headed">Whether it must be able to show a window.</param>
    /// <param name="mayInstall">Whether one may be installed.</param>
    /// <param name="say">As for <see cref="InstallAsync"/>; silent where a browser is found.</param>
    /// <param name="ct">Ends the installation.</param>
    /// <returns>The browser to use.</returns>
    /// <exception cref="BrowserUnavailableException">There is none, or the one asked for cannot be used.</exception>
    public async Task<InstalledBrowser> FindOrInstallAsync(
        string? setting, bool headed, bool mayInstall, Action<string> say, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(say);
        var search = _finder.Find(setting, headed);
        if (search.Found is { } browser)
            return browser;
        if (!mayInstall)
            throw new BrowserUnavailableException(
                $"No browser was found. Looked at:\n  {string.Join("\n  ", search.LookedAt)}\n{BrowserFinder.AdviceFor(headed)}");
        say("No browser was found on this machine.");
        return await _installer.InstallAsync(headed, say, ct);
    }
}
