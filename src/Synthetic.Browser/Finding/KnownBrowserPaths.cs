namespace Synthetic.Browser.Finding;

/// <summary>Where distributions and vendors install their browsers.</summary>
internal static class KnownBrowserPaths
{
    private static readonly (string Name, BrowserKind Kind)[] Names =
    [
        ("chromium-headless-shell", BrowserKind.HeadlessShell),
        ("chrome-headless-shell", BrowserKind.HeadlessShell),
        ("chromium", BrowserKind.Chromium),
        ("chromium-browser", BrowserKind.Chromium),
        ("google-chrome", BrowserKind.Chrome),
        ("google-chrome-stable", BrowserKind.Chrome),
        ("microsoft-edge", BrowserKind.Edge),
        ("microsoft-edge-stable", BrowserKind.Edge),
    ];

    // A service started by systemd or cron may have a bare PATH.
    private static readonly string[] LinuxFolders =
        ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/usr/lib64/chromium-browser", "/opt/google/chrome", "/opt/microsoft/msedge"];

    private static readonly (string Path, BrowserKind Kind)[] MacApplications =
    [
        ("Chromium.app/Contents/MacOS/Chromium", BrowserKind.Chromium),
        ("Google Chrome.app/Contents/MacOS/Google Chrome", BrowserKind.Chrome),
        ("Microsoft Edge.app/Contents/MacOS/Microsoft Edge", BrowserKind.Edge),
    ];

    private static readonly (string Path, BrowserKind Kind)[] WindowsPrograms =
    [
        ("Chromium/Application/chrome.exe", BrowserKind.Chromium),
        ("Google/Chrome/Application/chrome.exe", BrowserKind.Chrome),
        ("Microsoft/Edge/Application/msedge.exe", BrowserKind.Edge),
    ];

    /// <summary>Every place worth a look, the cheapest browser first, PATH before fixed folders.</summary>
    public static IEnumerable<Candidate> Candidates(IMachine machine)
    {
        var separator = machine.Family == MachineFamily.Windows ? ';' : ':';
        var suffix = machine.Family == MachineFamily.Windows ? ".exe" : "";
        var path = (machine.Variable("PATH") ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries);
        string[] rest = machine.Family == MachineFamily.Linux ? [.. LinuxFolders.Except(path)] : [];
        foreach ((var name, var kind) in Names)
        {
            foreach (var folder in path)
                yield return new Candidate(Path.Join(folder, name + suffix), kind, "PATH");
            foreach (var folder in rest)
                yield return new Candidate(Path.Join(folder, name), kind, "the system's folders");
        }
        foreach (var application in Applications(machine))
            yield return application;
    }

    private static IEnumerable<Candidate> Applications(IMachine machine)
    {
        (var roots, var programs) = machine.Family switch
        {
            MachineFamily.MacOS => (["/Applications", Under(machine.Variable("HOME"), "Applications")], MacApplications),
            MachineFamily.Windows => (
                [machine.Variable("ProgramFiles"), machine.Variable("ProgramFiles(x86)"), machine.Variable("LOCALAPPDATA")],
                WindowsPrograms),
            MachineFamily.Linux => ((string?[])[], MacApplications),
        };
        return from program in programs
               from root in roots
               where root is not null
               select new Candidate(Path.Join(root, program.Path), program.Kind, "the installed applications");
    }

    private static string? Under(string? folder, string name) => folder is null ? null : Path.Join(folder, name);
}
