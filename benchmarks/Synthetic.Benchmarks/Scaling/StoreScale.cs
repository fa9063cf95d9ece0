using Synthetic.Benchmarks.Plots;
using Synthetic.Benchmarks.Storing;
using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>What writing to a store, and asking it, takes as it grows: SQLite.</summary>
internal static class StoreScale
{
    /// <summary>Writes of which the median is taken at each size.</summary>
    private const int Latest = 500;

    /// <summary>A curve for the write and one for each question, medians in milliseconds.</summary>
    /// <param name="record">A real record, which is written again and again.</param>
    /// <param name="most">How many runs it is filled with.</param>
    /// <param name="folder">Where the file goes.</param>
    public static async Task<IReadOnlyList<Curve>> FillAsync(RunRecord record, int most, string folder)
    {
        var address = $"sqlite:{Path.Combine(folder, "scale.db")}";
        await using var store = await ResultStore.OpenAsync(StoreAddress.Parse(address, out _)!, "local", TimeProvider.System, CancellationToken.None);
        var filled = new FilledStore(store);
        var values = new Dictionary<string, List<(double, double)>>();
        void Add(string curve, int size, double ms)
        {
            if (!values.TryGetValue(curve, out var points))
                values[curve] = points = [];
            points.Add((size, ms));
        }
        var written = 0;
        foreach (var size in Sizes(most))
        {
            var writes = await filled.FillAsync([record], size - written, CancellationToken.None);
            written = size;
            Add("a write", size, Sample.Median([.. writes.TakeLast(Latest)]));
            foreach (var (question, ms) in await filled.AskAsync(size, CancellationToken.None))
                Add(question, size, Sample.Median([.. ms]));
            Console.WriteLine($"  {size:N0} runs: a write {values["a write"][^1].Item2:0.0} ms");
        }
        return [.. values.Select(one => new Curve(one.Key, one.Value))];
    }

    /// <summary>Each twice and a half the one before, up to the most.</summary>
    private static IEnumerable<int> Sizes(int most)
    {
        var sizes = new List<int>();
        for (var size = (double)most; size >= 1000 || sizes.Count == 0; size /= 2.5)
            sizes.Add((int)size);
        sizes.Reverse();
        return sizes;
    }
}
