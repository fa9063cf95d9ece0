using Synthetic.Benchmarks.Storing;
using Synthetic.Core.Basics;

namespace Synthetic.Benchmarks.Performance;

/// <summary>What was measured of one way, each value beside those of the same place of the others.</summary>
/// <param name="Name">The way.</param>
internal sealed record WayFigures(string Name)
{
    /// <summary>Milliseconds a run.</summary>
    public List<double> WallMs { get; } = [];

    /// <summary>Processor time a run, in milliseconds; of warm runs a value for each block.</summary>
    public List<double> CpuMs { get; } = [];

    /// <summary>The same by what a process is for, a value for each block of warm runs.</summary>
    public List<IReadOnlyDictionary<string, double>> CpuMsByKind { get; } = [];

    /// <summary>Bytes of output a run.</summary>
    public List<double> Bytes { get; } = [];

    /// <summary>Runs a minute, a value for each block; empty for fresh processes.</summary>
    public List<double> RunsAMinute { get; } = [];

    /// <summary>What the runs say of the order; empty for those that say nothing.</summary>
    public List<SaidFigures> Said { get; } = [];

    /// <summary>The most memory, in bytes; 0 where nobody looked.</summary>
    public long Memory { get; set; }

    /// <summary>Runs that came to no order, and whose rounds are not counted.</summary>
    public int Failed { get; set; }

    /// <summary>A value against another way's of the same place.</summary>
    public static MedianInterval Ratio(IEnumerable<double> values, IEnumerable<double> others) => MedianInterval.Of(values.Zip(others, (value, other) => value / other));

    /// <summary>A percentile of what the runs say; <c>null</c> where they say nothing.</summary>
    public double? Percentile(Func<SaidFigures, double?> read, double share) =>
        Said.Select(read).OfType<double>().Order().ToArray() is { Length: > 0 } values ? values[Math.Min(values.Length - 1, (int)(values.Length * share))] : null;

    /// <summary>The median of what the runs say; <c>null</c> where they say nothing.</summary>
    public double? Median(Func<SaidFigures, double?> read) => Said.Select(read).OfType<double>().ToArray() is { Length: > 0 } values ? Sample.Median(values) : null;

    /// <summary>Takes a block of warm runs.</summary>
    public void Add(WarmBlock block)
    {
        WallMs.AddRange(block.WallMs);
        CpuMs.Add(block.CpuMs);
        CpuMsByKind.Add(block.CpuMsByKind);
        Bytes.Add(block.Bytes);
        RunsAMinute.Add(block.RunsAMinute);
    }

    /// <summary>Takes a run of a fresh process that came to an order.</summary>
    public void Add(PlacedOrder placed)
    {
        var run = placed.Run!;
        if (placed.Said is { } said)
            Said.Add(said);
        WallMs.Add(run.WallMs);
        CpuMs.Add(run.CpuMs);
        Bytes.Add(run.Bytes);
    }
}
