using System.Globalization;
using System.Text;
using Synthetic.Benchmarks.Plots;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>The document that says how costs grow.</summary>
internal sealed class ScaleDocument
{
    public IReadOnlyList<ScheduleScale> Schedule { get; init; } = [];

    public IReadOnlyList<Curve> Diagnosis { get; init; } = [];

    /// <summary>What the diagnosis of one real run takes, in milliseconds; <c>null</c> where nobody looked.</summary>
    public double? TypicalMs { get; init; }

    public Curve? Alerts { get; init; }

    public IReadOnlyList<Curve> Store { get; init; } = [];

    /// <summary>Writes it, and its plots into a folder of its name beside it.</summary>
    public async Task WriteAsync(string path)
    {
        await File.WriteAllTextAsync(path, ToMarkdown());
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path)));
        foreach (var (name, plot) in Plots())
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), plot.ToSvg());
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # How costs grow

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- scale
            ```

            On {Environment.ProcessorCount} cores. Of each curve *power* is how its value grows with the size between the last two points: 1 is linear, 2 would be quadratic.
            """);
        AddSchedule(text);
        AddDiagnosis(text);
        AddCurves(text, "Kept runs", Store, "store", "runs", "ms",
            StoreScaleDocument.How);
        return text.ToString();
    }

    private void AddSchedule(StringBuilder text)
    {
        if (Schedule.Count == 0)
            return;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""

            ## Scenarios

            The worker as it is, its schedule and log included, in a process of its own, with runs that do nothing and a store in memory; each scenario every {ScheduleScale.Every.TotalSeconds:0} s. *Lag* is how much later than its slot a run began.

            ![Lag of runs](scale/lag.svg)

            | scenarios | start (ms) | memory (MiB) | KiB a scenario more | runs seen | lag p50 (ms) | p99 | worst | missed | processors used |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
        foreach (var (n, one) in Schedule.Index())
        {
            var more = n == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(one.MemoryBytes - Schedule[0].MemoryBytes) / 1024.0 / (one.Scenarios - Schedule[0].Scenarios):0.0}");
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {one.Scenarios:N0} | {one.StartMs:0} | {one.MemoryBytes / 1048576.0:0} | {more} | {one.LagMs.Count:N0} | {one.Percentile(0.5):0.0} | {one.Percentile(0.99):0.0} | {one.Percentile(1):0.0} | {one.Missed} | {one.CpuShare:0.00} |");
        }
    }

    private void AddDiagnosis(StringBuilder text)
    {
        if (TypicalMs is { } typical)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"""

                ## Diagnosis

                The diagnosis of one run of the shop takes {typical:0.00} ms of processor time. What a page can make up at most is more:
                """);
        }
        AddCurves(text, "Evidence that a page makes up", Diagnosis, "diagnosis", "entries of each kind", "ms of processor time",
            "Entries in documents of 5,000, beside 3,000 requests of the network layer. Of more than 20,000 of a kind in a run the rest is left out, so that the last column is the worst.");
        if (Alerts is { } alerts)
            AddCurves(text, "Alerts", [alerts], "alerts", "limits of the scenario", "ms of processor time", "Taking a run into account all of whose limits are broken.");
    }

    internal static void AddCurves(StringBuilder text, string title, IReadOnlyList<Curve> curves, string plot, string across, string unit, string how, string folder = "scale")
    {
        if (curves.Count == 0)
            return;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""

            ## {title}

            {how}

            ![{title}]({folder}/{plot}.svg)

            | {unit}, by {across} | {string.Join(" | ", curves[0].Points.Select(point => point.Size.ToString("N0", CultureInfo.InvariantCulture)))} | power |
            |---|{string.Concat(Enumerable.Repeat("--:|", curves[0].Points.Count + 1))}
            """);
        foreach (var curve in curves)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {curve.Name} | {string.Join(" | ", curve.Points.Select(point => point.Value.ToString(point.Value < 10 ? "0.00" : "N0", CultureInfo.InvariantCulture)))} | {curve.Power:0.00} |");
    }

    private IEnumerable<(string Name, CurvePlot Plot)> Plots()
    {
        if (Schedule.Count > 0)
        {
            yield return ("lag.svg", new CurvePlot("lag of runs, from their slot", "scenarios", "ms",
            [
                new Curve("p50", [.. Schedule.Select(one => ((double)one.Scenarios, Math.Max(0.1, one.Percentile(0.5))))]),
                new Curve("p99", [.. Schedule.Select(one => ((double)one.Scenarios, Math.Max(0.1, one.Percentile(0.99))))]),
                new Curve("start (ms)", [.. Schedule.Select(one => ((double)one.Scenarios, one.StartMs))]),
            ]));
        }
        if (Diagnosis.Count > 0)
            yield return ("diagnosis.svg", new CurvePlot("diagnosis of evidence that a page makes up", "entries of each kind", "ms of processor time", Diagnosis));
        if (Alerts is { } alerts)
            yield return ("alerts.svg", new CurvePlot("taking a run into account", "limits of the scenario", "ms of processor time", [alerts]));
        if (Store.Count > 0)
            yield return ("store.svg", new CurvePlot("a store that grows", "runs", "ms", Store));
    }
}
