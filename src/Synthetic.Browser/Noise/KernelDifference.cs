using System.Diagnostics;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Noise;

/// <summary>What happened between two snapshots of the kernel's counters.</summary>
internal static class KernelDifference
{
    /// <returns>The readings that follow from the kernel alone; what it does not tell is absent.</returns>
    public static HostReadings Of(KernelSnapshot begin, KernelSnapshot end)
    {
        var windowMs = Stopwatch.GetElapsedTime(begin.Timestamp, end.Timestamp).TotalMilliseconds;
        var (ran, waited) = MainThreads(begin, end);
        var all = end.Processors?.All - begin.Processors?.All;
        return new HostReadings
        {
            Cores = end.Processors?.Count ?? Environment.ProcessorCount,
            WindowMs = Math.Round(windowMs, 1),
            WaitMs = end.MainThreads.Count == 0 ? null : Math.Round(waited / 1e6, 1),
            WaitPercent = Share(waited, ran + waited),
            ForeignCpuPercent = Share(end.Processors?.Busy - begin.Processors?.Busy - (end.OwnTicks - begin.OwnTicks), all),
            StealPercent = Share(end.Processors?.Stolen - begin.Processors?.Stolen, all),
            CpuPressurePercent = Share(end.PressureMicroseconds - begin.PressureMicroseconds, windowMs * 1000),
        };
    }

    // A process that started in between counts from its start; one that ended is left out, since its counters are gone.
    private static (double Ran, double Waited) MainThreads(KernelSnapshot begin, KernelSnapshot end)
    {
        double ran = 0, waited = 0;
        foreach (var (id, now) in end.MainThreads)
        {
            var before = begin.MainThreads.GetValueOrDefault(id);
            ran += now.Ran - before.Ran;
            waited += now.Waited - before.Waited;
        }
        return (ran, waited);
    }

    // The counters tick every 10 ms, each for itself: over a short run a share can come out a little below 0 or over 1.
    private static double? Share(double? part, double? whole) =>
        part is { } p && whole is > 0 ? Math.Round(Math.Clamp(p / whole.Value, 0, 1) * 100, 1) : null;
}
