using System.Diagnostics;
using System.Globalization;

namespace Synthetic.SystemTests.Pooling;

/// <summary>
/// The drivers and browsers this test program has started, and no other's. They are known by a variable they inherit,
/// so that one whose parent has died is still found.
/// </summary>
internal static class OurChromiums
{
    private const string Mark = "SYNTHETIC_SYSTEM_TESTS";

    /// <summary>Marks what is started from now on.</summary>
    public static void MarkNew() => Environment.SetEnvironmentVariable(Mark, $"{Environment.ProcessId}");

    /// <summary>Every one that runs, children and scripts included.</summary>
    public static IReadOnlyCollection<int> All() =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           let id = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int number) ? number : 0
           where id > 0 && Read(id, "environ").Contains($"{Mark}={Environment.ProcessId}", StringComparison.Ordinal)
           select id,
    ];

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
        foreach (int id in processes)
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>Halts them, as a machine under great load might.</summary>
    public static void Stop(IEnumerable<int> processes)
    {
        foreach (int id in processes)
        {
            using Process kill = Process.Start("kill", ["-STOP", $"{id}"]);
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
