using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Synthetic.Benchmarks.Performance;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>What many scenarios take of a worker whose runs do nothing.</summary>
/// <param name="Scenarios">How many.</param>
/// <param name="StartMs">From the process's start to its <c>worker.started</c> line, in milliseconds.</param>
/// <param name="MemoryBytes">Its proportional memory at the end, in bytes.</param>
/// <param name="LagMs">How much later than its slot each run began, in milliseconds.</param>
/// <param name="CpuShare">Processor time a second while it ran, in seconds.</param>
/// <param name="Missed">Slots that were not run.</param>
internal sealed record ScheduleScale(int Scenarios, double StartMs, long MemoryBytes, IReadOnlyList<double> LagMs, double CpuShare, int Missed)
{
    /// <summary>How often each scenario runs.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(60);

    /// <summary>Starts such a worker, and watches it.</summary>
    /// <param name="scenarios">How many scenarios.</param>
    /// <param name="time">How long.</param>
    public static async Task<ScheduleScale> OfAsync(int scenarios, TimeSpan time)
    {
        await using var group = new ProcessGroup();
        var begun = Stopwatch.GetTimestamp();
        using var process = group.Start(
            Environment.ProcessPath!,
            [.. Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(ScheduleScale).Assembly.Location] : Array.Empty<string>(), IdleWorker.Argument,
                scenarios.ToString(CultureInfo.InvariantCulture), $"{Every.TotalSeconds:0}"],
            new Dictionary<string, string>());
        var errors = process.StandardError.ReadToEndAsync();
        var (lags, missed) = (new List<double>(), 0);
        double? started = null;
        var cpu = TimeSpan.Zero;
        while (started is null || Stopwatch.GetElapsedTime(begun).TotalMilliseconds < started + time.TotalMilliseconds)
        {
            if (await process.StandardOutput.ReadLineAsync() is not { } line)
                throw new InvalidOperationException($"the worker ended early: {await errors}");
            using var json = JsonDocument.Parse(line);
            var (said, root) = (json.RootElement.GetProperty("event").GetString(), json.RootElement);
            if (said == "worker.started")
                (started, cpu) = (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, group.ProcessorTime);
            if (said == "run" && root.GetProperty("status").GetString() == "missed")
                missed++;
            else if (said == "run")
                lags.Add((root.GetProperty("startedAt").GetDateTimeOffset() - root.GetProperty("scheduledAt").GetDateTimeOffset()).TotalMilliseconds);
        }
        var spent = (group.ProcessorTime - cpu).TotalSeconds / (Stopwatch.GetElapsedTime(begun).TotalSeconds - (started.Value / 1000));
        return new ScheduleScale(scenarios, started.Value, group.ProportionalMemory, lags, spent, missed);
    }

    /// <summary>A percentile of the lags.</summary>
    public double Percentile(double share) => LagMs.Count == 0 ? double.NaN : LagMs.Order().ElementAt(Math.Min(LagMs.Count - 1, (int)(LagMs.Count * share)));
}
