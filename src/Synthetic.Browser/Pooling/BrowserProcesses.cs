namespace Synthetic.Browser.Pooling;

/// <summary>The processes of one warm browser.</summary>
/// <param name="browser">Chromium and its children.</param>
/// <param name="driver">The driver above it; <c>null</c> where the system does not show whose child is whose.</param>
internal sealed class BrowserProcesses(ProcessTree browser, ProcessTree? driver)
{
    /// <summary>Whether both still run.</summary>
    public bool AreAlive => browser.IsAlive && driver is not { IsAlive: false };

    /// <summary>The resident memory of Chromium's processes in bytes; <c>null</c> where it cannot be read.</summary>
    public long? ResidentBytes() => browser.ResidentBytes();

    /// <summary>Ends Chromium.</summary>
    public void KillBrowser() => browser.Kill();

    /// <summary>Ends the driver, and whatever it still has below it.</summary>
    public void KillDriver() => driver?.Kill();

    /// <summary>Finds the driver above a browser: the ancestor that is this program's own child.</summary>
    public static BrowserProcesses Of(ProcessTree browser)
    {
        if (!OperatingSystem.IsLinux())
            return new BrowserProcesses(browser, null);
        Dictionary<int, int> parents = ProcFiles.Parents().ToDictionary(entry => entry.Id, entry => entry.Parent);
        int id = browser.RootId;
        while (parents.TryGetValue(id, out int parent) && parent != Environment.ProcessId)
            id = parent;
        return new BrowserProcesses(browser, parents.ContainsKey(id) && id != browser.RootId ? ProcessTree.Of(id) : null);
    }
}
