using System.Diagnostics;
using Synthetic.Browser.Processes;

namespace Synthetic.Browser.Noise;

/// <summary>The kernel's counters at one instant. Only the difference of two snapshots means anything.</summary>
internal sealed record KernelSnapshot
{
    private static readonly Dictionary<int, (double Ran, double Waited)> None = [];

    /// <summary>When it was taken.</summary>
    public required long Timestamp { get; init; }

    public double? PressureMicroseconds { get; init; }

    public ProcessorTicks? Processors { get; init; }

    /// <summary>Processor time of this program, its driver and its browser, in ticks.</summary>
    public double? OwnTicks { get; init; }

    /// <summary>Of each process of the browser, its main thread's nanoseconds.</summary>
    public IReadOnlyDictionary<int, (double Ran, double Waited)> MainThreads { get; init; } = None;

    /// <summary>Takes one; on Linux it costs a few milliseconds, elsewhere it is empty.</summary>
    /// <param name="browser">The browser's processes.</param>
    /// <param name="driver">The driver's process, where it is known.</param>
    public static KernelSnapshot Take(IReadOnlyCollection<int> browser, int? driver)
    {
        if (!OperatingSystem.IsLinux())
            return new KernelSnapshot { Timestamp = Stopwatch.GetTimestamp() };
        var threads = new Dictionary<int, (double, double)>();
        foreach (var id in browser)
        {
            if (KernelText.Schedule(ProcFiles.Text($"{id}/schedstat")) is { } schedule)
                threads[id] = schedule;
        }
        return new KernelSnapshot
        {
            Timestamp = Stopwatch.GetTimestamp(),
            PressureMicroseconds = KernelText.PressureMicroseconds(ProcFiles.Text("pressure/cpu")),
            Processors = KernelText.Processors(ProcFiles.Text("stat")),
            OwnTicks = browser.Count == 0 ? null : Ticks([.. browser, driver ?? 0, Environment.ProcessId]),
            MainThreads = threads,
        };
    }

    private static double Ticks(IEnumerable<int> processes) =>
        processes.Sum(id => KernelText.ProcessTicks(ProcFiles.Text($"{id}/stat")) ?? 0);
}
