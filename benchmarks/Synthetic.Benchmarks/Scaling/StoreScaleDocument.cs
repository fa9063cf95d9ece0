using System.Globalization;
using System.Text;
using Synthetic.Benchmarks.Plots;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>The document that says what a store costs that keeps millions of runs.</summary>
/// <param name="curves">A curve for the write and one for each question, in milliseconds.</param>
/// <param name="mib">What the file takes, by runs, in MiB.</param>
internal sealed class StoreScaleDocument(IReadOnlyList<Curve> curves, IReadOnlyList<(double Size, double Value)> mib)
{
    /// <summary>How it is filled and asked.</summary>
    public static string How { get; } = string.Create(CultureInfo.InvariantCulture,
        $"{StoreScale.Scenarios} scenarios, each run every {StoreScale.Every.TotalSeconds:0} s; SQLite. A write is what a run's end is: a real record with its evidence, component times and alert state in one transaction, through the store; "
        + $"the median of the last {StoreScale.Latest} is shown, and of each question the median of {FilledStoreAsked} answers (3 of what takes long). What lies between the measured sizes is copied by SQL from rows that the store wrote, under new ids and times: "
        + $"records of one step without evidence, and two of its times. 1 run in 100 failed, and 4 broke a budget; the first scenario never failed. The file is mostly in the machine's memory.");

    private const int FilledStoreAsked = Storing.FilledStore.Asked;

    /// <summary>Writes it, and its plots into a folder of its name beside it.</summary>
    public async Task WriteAsync(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        await File.WriteAllTextAsync(path, ToMarkdown(name));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path) ?? "", name)).FullName;
        foreach (var (part, some) in Parts())
            await File.WriteAllTextAsync(Path.Combine(folder, $"{part}.svg"), new CurvePlot("a store that grows", "runs", "ms", some).ToSvg());
    }

    /// <summary>The text.</summary>
    /// <param name="folder">Where its plots are.</param>
    public string ToMarkdown(string folder)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""
            # A store of {mib[^1].Size:N0} runs

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- scale-store
            ```

            {How}

            On {Environment.ProcessorCount} cores. *Power* is how a value grows with the size between the last two points: 0 is not at all, 1 is linear. The file takes {mib[^1].Value:N0} MiB, {mib[^1].Value * 1048576 / mib[^1].Size:N0} bytes a run.
            """);
        foreach (var (part, some) in Parts())
            ScaleDocument.AddCurves(text, part == "people" ? "Writing, and what people ask" : "What the worker itself asks", some, part, "runs", "ms", "Medians.", folder);
        return text.ToString();
    }

    /// <summary>Two plots: a dozen curves in one can't be told apart.</summary>
    private IEnumerable<(string Name, IReadOnlyList<Curve> Curves)> Parts()
    {
        yield return ("people", [.. curves.Where(curve => !StoreQuestions.Workers.Contains(curve.Name))]);
        yield return ("workers", [.. curves.Where(curve => StoreQuestions.Workers.Contains(curve.Name))]);
    }
}
