namespace Synthetic.Browser.Processes;

/// <summary>
/// The processes of one warm browser. On Linux the driver starts each browser in a session of its own, which its
/// children stay in when their parent dies: so they are found by session, and not by who is whose child.
/// </summary>
internal sealed class BrowserProcesses(ProcessTree browser, ProcessTree? driver, int? session)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly Lock _lock = new();

    /// <summary>Processes that were looked at before and are not Chromium's: to read all of a machine's at each run would take milliseconds.</summary>
    private HashSet<int> _strangers = [];

    /// <summary>Whether Chromium runs, and the driver above it.</summary>
    public bool AreAlive => browser.IsAlive && driver is not { IsAlive: false };

    /// <summary>Finds what belongs to a browser just started.</summary>
    public static BrowserProcesses Of(ProcessTree browser)
    {
        if (!OperatingSystem.IsLinux())
            return new BrowserProcesses(browser, null, null);
        var all = ProcFiles.Processes().ToDictionary(p => p.Id, p => (p.Parent, p.Session));
        var session = all.GetValueOrDefault(browser.RootId).Session;
        var ours = all.GetValueOrDefault(Environment.ProcessId).Session;
        // The driver is the ancestor that is this program's own child.
        var id = browser.RootId;
        while (all.TryGetValue(id, out var process) && process.Parent != Environment.ProcessId)
            id = process.Parent;
        var driver = all.ContainsKey(id) && id != browser.RootId ? ProcessTree.Of(id) : null;
        return new BrowserProcesses(browser, driver, session == 0 || session == ours ? null : session);
    }

    /// <summary>The resident memory of Chromium's processes in bytes; <c>null</c> where it cannot be read.</summary>
    public long? ResidentBytes() => session is null ? null : OfBrowser().Sum(ProcFiles.ResidentBytes);

    /// <summary>Chromium's processes, for figures; none where they cannot be found.</summary>
    public IReadOnlyList<int> OfBrowser()
    {
        if (session is null)
            return [];
        lock (_lock)
        {
            int[] all = [.. ProcFiles.Ids()];
            var ours = all.Where(id => !_strangers.Contains(id) && ProcFiles.SessionOf(id) == session).ToArray();
            _strangers = [.. all.Except(ours)];
            return ours;
        }
    }

    /// <summary>The driver's process; <c>null</c> where it is not known.</summary>
    public int? OfDriver => driver?.RootId;

    /// <summary>Ends Chromium with all its children, those that survived it included.</summary>
    public void KillBrowser()
    {
        browser.Kill();
        foreach (var id in InSession())
            ProcessTree.Of(id)?.Kill();
    }

    /// <summary>Ends the driver, and whatever it still has below it.</summary>
    public void KillDriver() => driver?.Kill();

    /// <summary>Waits until what was killed is gone.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before it was.</exception>
    public async Task GoneAsync(TimeProvider time, CancellationToken ct)
    {
        while (AnyLeft())
            await Task.Delay(Look, time, ct);
    }

    private bool AnyLeft() => browser.IsAlive || driver is { IsAlive: true } || InSession().Any();

    private IEnumerable<int> InSession() =>
        session is null ? [] : ProcFiles.Processes().Where(process => process.Session == session).Select(process => process.Id);
}
