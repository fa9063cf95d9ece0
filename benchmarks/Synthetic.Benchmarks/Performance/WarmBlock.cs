using System.Diagnostics;

namespace Synthetic.Benchmarks.Performance;

/// <summary>A program that stays and checks the shop again and again, a line for each run.</summary>
/// <param name="Name">What the document calls it.</param>
/// <param name="Program">Its path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsRun">Whether a line of its output tells of a run.</param>
internal sealed record WarmWay(string Name, string Program, IReadOnlyList<string> Arguments, Func<string, bool> IsRun)
{
    /// <summary>Variables that it gets beside one's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>Some runs of one process in a row, its first ones left out.</summary>
/// <param name="WallMs">From a run's end to the next one's, in milliseconds, each.</param>
/// <param name="CpuMs">Processor time of all its processes a run, in milliseconds.</param>
/// <param name="Bytes">Bytes of output a run.</param>
internal sealed record WarmBlock(IReadOnlyList<double> WallMs, double CpuMs, double Bytes)
{
    /// <summary>How long a run may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The same by what a process is for.</summary>
    public IReadOnlyDictionary<string, double> CpuMsByKind { get; init; } = new Dictionary<string, double>();

    /// <summary>Runs a minute.</summary>
    public double RunsAMinute => 60_000 * WallMs.Count / WallMs.Sum();

    /// <summary>Starts the program, lets it get warm, measures, and ends it.</summary>
    /// <param name="way">What.</param>
    /// <param name="warmUp">Runs that are left out.</param>
    /// <param name="runs">Runs that are measured.</param>
    /// <param name="memory">Looks at its memory; <c>null</c> where that is not to be.</param>
    public static async Task<WarmBlock> OfAsync(WarmWay way, int warmUp, int runs, MemoryWatch? memory = null)
    {
        await using var group = new ProcessGroup();
        using var process = group.Start(way.Program, way.Arguments, way.Environment);
        var errors = process.StandardError.ReadToEndAsync();
        using var watch = memory?.Watch(group);
        await PassAsync(process, way, warmUp);
        var kinds = group.TimeByKind;
        var (cpu, last) = (group.ProcessorTime, Stopwatch.GetTimestamp());
        var (walls, bytes) = (new List<double>(), 0L);
        while (walls.Count < runs)
        {
            bytes += await PassAsync(process, way, 1);
            walls.Add(Stopwatch.GetElapsedTime(last).TotalMilliseconds);
            last = Stopwatch.GetTimestamp();
        }
        var spent = (group.ProcessorTime - cpu).TotalMilliseconds / runs;
        var spentByKind = group.TimeByKind.ToDictionary(kind => kind.Key, kind => (kind.Value - kinds[kind.Key]) / runs);
        await EndAsync(process);
        return new WarmBlock(walls, spent, (double)bytes / runs) { CpuMsByKind = spentByKind };
    }

    private static async Task<long> PassAsync(Process process, WarmWay way, int runs)
    {
        var bytes = 0L;
        while (runs > 0)
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System)
                ?? throw new InvalidOperationException($"{way.Name} ended early");
            if (!way.IsRun(line))
                continue;
            bytes += line.Length + 1;
            runs--;
        }
        return bytes;
    }

    private static async Task EndAsync(Process process)
    {
        var rest = process.StandardOutput.ReadToEndAsync();
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync();
        }
        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        await rest;
    }
}
