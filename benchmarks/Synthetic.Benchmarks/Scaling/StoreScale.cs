using System.Diagnostics;
using Synthetic.Benchmarks.Plots;
using Synthetic.Benchmarks.Storing;
using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>What writing to a store, and asking it, takes as it grows: SQLite.</summary>
/// <param name="record">A real record, which is written again and again.</param>
/// <param name="folder">Where the file goes.</param>
/// <param name="room">The most bytes that it may take.</param>
internal sealed class StoreScale(RunRecord record, string folder, long room = long.MaxValue)
{
    /// <summary>How many scenarios the runs are of.</summary>
    public const int Scenarios = 200;

    /// <summary>Writes of which the median is taken at each size.</summary>
    public const int Latest = 500;

    /// <summary>What between the measured sizes is copied is small, or ten millions would fill a disk: of its times two.</summary>
    private static readonly string[] Copied = ["response", "server.db"];

    /// <summary>How often each scenario is run: ten million runs are 87 days.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(150);

    private readonly string _path = Path.Combine(folder, "scale.db");
    private readonly Dictionary<string, List<(double, double)>> _values = [];

    /// <summary>A curve for the write and one for each question, medians in milliseconds.</summary>
    public IReadOnlyList<Curve> Curves => [.. _values.Select(one => new Curve(one.Key, one.Value))];

    /// <summary>What the file takes, by runs, in MiB.</summary>
    public List<(double Size, double Value)> MiB { get; } = [];

    /// <summary>Fills it.</summary>
    /// <param name="most">With how many runs; fewer where they would take more room.</param>
    /// <param name="measured">What is done with the curves each time that they have become longer.</param>
    public async Task FillAsync(int most, Func<Task>? measured = null)
    {
        await using (var store = await OpenAsync())
        {
            await new FilledStore(store, Scenarios, Every).FillAsync([Small(record)], Scenarios, CancellationToken.None);
        }
        var written = Scenarios;
        foreach (var size in Sizes(most))
        {
            if (MiB.Count > 2 && MiB[^1].Value * 1048576 / MiB[^1].Size * size > room)
            {
                Console.WriteLine($"  {size:N0} runs would take more room than is given");
                break;
            }
            written = Copy(written, size - Latest);
            await MeasureAsync(written, size);
            written = size;
            if (measured is not null)
                await measured();
        }
    }

    /// <summary>Each twice and a half the one before, up to the most.</summary>
    private static IEnumerable<int> Sizes(int most)
    {
        var sizes = new List<int>();
        for (var size = (double)most; size >= 2500 || sizes.Count == 0; size /= 2.5)
            sizes.Add((int)size);
        sizes.Reverse();
        return sizes;
    }

    /// <summary>A record as it is copied: its busiest step, and no evidence.</summary>
    private static RunRecord Small(RunRecord record) => record with
    {
        Evidence = null,
        Pages = [],
        Steps = [record.Steps.Single(step => step.Name == "Place order") with { Requests = [], LongFrames = [], MainThread = [], Advice = [] }],
    };

    /// <summary>Whole rounds after those that are there.</summary>
    /// <returns>How many runs there are.</returns>
    private int Copy(int written, int until)
    {
        var (first, last) = ((written + Scenarios - 1) / Scenarios, until / Scenarios);
        if (last <= first)
            return written;
        var begun = Stopwatch.GetTimestamp();
        new CopiedRuns(_path, Copied).Add(Scenarios, Every, first, last - first);
        Console.WriteLine($"  {(last - first) * Scenarios:N0} runs copied in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
        return last * Scenarios;
    }

    private async Task MeasureAsync(int written, int size)
    {
        await using var store = await OpenAsync();
        var filled = new FilledStore(store, Scenarios, Every, written);
        var writes = await filled.FillAsync([record], size - written, CancellationToken.None);
        Add("a write", size, writes.TakeLast(Latest));
        var latest = FilledStore.Begin + (Every / Scenarios * size);
        foreach (var (question, ms) in (await filled.AskAsync(size, CancellationToken.None)).Concat(await StoreQuestions.AskAsync(store, filled, latest, CancellationToken.None)))
            Add(question, size, ms);
        MiB.Add((size, new FileInfo(_path).Length / 1048576.0));
        Console.WriteLine($"  {size:N0} runs, {MiB[^1].Value:N0} MiB: {string.Join("; ", _values.Select(one => $"{one.Key} {one.Value[^1].Item2:0.00}"))}");
    }

    private void Add(string curve, int size, IEnumerable<double> ms)
    {
        if (!_values.TryGetValue(curve, out var points))
            _values[curve] = points = [];
        points.Add((size, Sample.Median([.. ms])));
    }

    private Task<ResultStore> OpenAsync() =>
        ResultStore.OpenAsync(StoreAddress.Parse($"sqlite:{_path}", out _)!, "local", TimeProvider.System, CancellationToken.None);
}
