using System.Diagnostics;
using Synthetic.Browser.Processes;

namespace Synthetic.SystemTests.Pooling;

/// <summary>
/// The drivers and browsers this test program has started, and no other's. A browser's children are known by its
/// session, which is remembered: so that they are found even when everybody above them has died.
/// </summary>
internal static class OurChromiums
{
    private static readonly HashSet<int> Sessions = [];

    /// <summary>Every one that runs, children and scripts included. Remembers their sessions.</summary>
    public static IReadOnlyCollection<int> All()
    {
        var processes = ProcFiles.Processes().ToArray();
        var children = processes.ToLookup(p => p.Parent, p => p.Id);
        List<int> ours = [Environment.ProcessId];
        for (var i = 0; i < ours.Count; i++)
            ours.AddRange(children[ours[i]]);
        var here = processes.Single(p => p.Id == Environment.ProcessId).Session;
        Sessions.UnionWith(processes.Where(p => ours.Contains(p.Id) && p.Session != here).Select(p => p.Session));
        return [.. processes.Where(p => p.Id != Environment.ProcessId && (ours.Contains(p.Id) || Sessions.Contains(p.Session))).Select(p => p.Id)];
    }

    /// <summary>The browsers' own processes, without their children and the scripts around them.</summary>
    public static IReadOnlyCollection<int> Browsers() =>
    [
        .. All().Where(id => Read(id, "cmdline") is var line
            && line.Contains("--remote-debugging-pipe", StringComparison.Ordinal)
            && !line.Contains("--type=", StringComparison.Ordinal)
            && !line.StartsWith("/bin/sh", StringComparison.Ordinal)),
    ];

    /// <summary>The drivers.</summary>
    public static IReadOnlyCollection<int> Drivers() =>
        [.. All().Where(id => Read(id, "cmdline").Contains("run-driver", StringComparison.Ordinal))];

    public static void Kill(IEnumerable<int> processes)
    {
        foreach (var id in processes)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>Halts them, as a machine under great load might.</summary>
    public static void Stop(IEnumerable<int> processes)
    {
        foreach (var id in processes)
        {
            using var kill = Process.Start("kill", ["-STOP", $"{id}"]);
            kill.WaitForExit();
        }
    }

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
