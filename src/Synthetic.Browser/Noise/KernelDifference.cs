using System.Diagnostics;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Noise;

/// <summary>What happened between two looks at the kernel's accounts.</summary>
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

    // A process that came in between counts from its begin; one that went took its account along.
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

    // The accounts are kept apart and in ticks of 10 ms: over a short run a share can come out a little past its ends.
    private static double? Share(double? part, double? whole) =>
        part is { } p && whole is > 0 ? Math.Round(Math.Clamp(p / whole.Value, 0, 1) * 100, 1) : null;
}
