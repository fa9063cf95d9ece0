using Synthetic.Browser.Finding;

namespace Synthetic.Browser.Installing;

/// <summary>Gets a browser onto the machine: the ways are tried in order until the finder finds one.</summary>
internal sealed class BrowserInstaller(
    BrowserFinder finder, IReadOnlyList<IInstallation> ways, string lockFolder, TimeProvider time)
{
    /// <summary>Enough for a hundred megabytes over a slow line, and for another process to do the same before.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <summary>Installs a browser, unless another process has done so while this one waited for its turn.</summary>
    /// <exception cref="BrowserUnavailableException">No way worked; the message lists them, and what to do.</exception>
    public async Task<InstalledBrowser> InstallAsync(bool headed, Action<string> say, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        var tried = new List<string>();
        try
        {
            using var turn = await InstallLock.TakeAsync(lockFolder, say, time, either.Token);
            if (finder.FindInstalled(headed).Found is { } already)
                return already;
            return await TryAllAsync(headed, tried, say, either.Token) ?? throw NothingWorked(headed, tried);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            tried.Add($"gave up after {TimeLimit.TotalMinutes:0} minutes");
            throw NothingWorked(headed, tried, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            tried.Add($"no lock could be taken in {lockFolder}: {e.Message}");
            throw NothingWorked(headed, tried, e);
        }
    }

    private async Task<InstalledBrowser?> TryAllAsync(bool headed, List<string> tried, Action<string> say, CancellationToken ct)
    {
        foreach (var way in ways)
        {
            var failure = way.WhyNot();
            if (failure is null)
            {
                say($"Installing a browser with {way.Name}.");
                failure = await way.InstallAsync(headed, say, ct);
                if (finder.FindInstalled(headed).Found is { } browser && failure is null)
                    return browser;
                failure ??= "it reported success, but no browser is to be found";
                say($"{way.Name} did not work: {failure}");
            }
            tried.Add($"{way.Name}: {failure}");
        }
        return null;
    }

    private BrowserUnavailableException NothingWorked(bool headed, IEnumerable<string> tried, Exception? cause = null) => new(
        $"""
        No browser could be installed.
        Tried:
          {string.Join("\n  ", tried)}
        Looked at:
          {string.Join("\n  ", finder.FindInstalled(headed).LookedAt)}
        {BrowserFinder.AdviceFor(headed)}
        """,
        cause);
}
