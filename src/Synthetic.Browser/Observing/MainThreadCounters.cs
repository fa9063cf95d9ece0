using Microsoft.Playwright;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Observing;

/// <summary>Reads the browser's own counters of a page's main thread.</summary>
internal static class MainThreadCounters
{
    /// <summary>Has the browser count. Not in the thread's own time: to ask for that around each task costs a page 5 µs a task, and it is in the answer anyway.</summary>
    public static Task OpenAsync(ICDPSession session) => session.SendAsync("Performance.enable");

    /// <summary>What was counted since the page's process began; <c>null</c> where the browser does not count.</summary>
    public static async Task<MainThreadTime?> ReadAsync(ICDPSession session)
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))?.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble() * 1000);
        return metrics?.TryGetValue("ThreadTime", out var thread) != true ? null : new MainThreadTime(
            thread, metrics.GetValueOrDefault("ScriptDuration"),
            metrics.GetValueOrDefault("LayoutDuration"), metrics.GetValueOrDefault("RecalcStyleDuration"));
    }

    /// <summary>What was counted between two readings; <c>null</c> where another process took over meanwhile, or one is missing.</summary>
    public static MainThreadTime? Between(MainThreadTime? before, MainThreadTime? after) =>
        before is null || after is null || after.TaskMs < before.TaskMs ? null : new MainThreadTime(
            Grown(before.TaskMs, after.TaskMs), Grown(before.ScriptMs, after.ScriptMs),
            Grown(before.LayoutMs, after.LayoutMs), Grown(before.StyleMs, after.StyleMs));

    private static double Grown(double before, double after) => Math.Round(Math.Max(0, after - before), 1);
}
