using System.Globalization;
using System.Text;
using Synthetic.Benchmarks.Performance.Peers;
using Synthetic.Benchmarks.Plots;
using Synthetic.Benchmarks.Storing;
using Synthetic.Core.Basics;

namespace Synthetic.Benchmarks.Performance;

/// <summary>The document that says what a run costs. Of each list the floor comes first, then ours.</summary>
/// <param name="Browser">The browser's kind.</param>
/// <param name="Rounds">Runs of each fresh process.</param>
/// <param name="Blocks">Blocks of warm runs.</param>
/// <param name="Runs">Runs of a block, one at a time.</param>
internal sealed record PerformanceDocument(string Browser, int Rounds, int Blocks, int Runs)
{
    /// <summary>Steps of the scenario.</summary>
    private const int Steps = 3;

    public IReadOnlyList<WayFigures> Fresh { get; init; } = [];

    public IReadOnlyList<WayFigures> Warm { get; init; } = [];

    public IReadOnlyList<WayFigures> Four { get; init; } = [];

    /// <summary>Ours first, then the floor, then other tools.</summary>
    public IReadOnlyList<WayFigures> Peers { get; init; } = [];

    public IReadOnlyList<(string Name, DriverTalk Talk)> Talk { get; init; } = [];

    /// <summary>Tools that were not measured, and why.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Writes it, and its plots into a folder of its name beside it.</summary>
    public async Task WriteAsync(string path)
    {
        await File.WriteAllTextAsync(path, ToMarkdown());
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path)));
        foreach (var (name, svg) in Plots())
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), svg);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"""
            # What a run costs

            Written by a program, from what it measured; nothing here is put in by hand:

            ```console
            $ dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- performance --peers --rounds {Rounds} --runs {Runs}
            ```

            One session on {Environment.ProcessorCount} cores, everything in turns, {Browser}. The shop takes {TruthfulShop.OrderMs} ms for an order, and the click's handler works for {TruthfulShop.HandlerMs} ms. *Bare Playwright* is a program of
            forty lines that does the same clicks, waits for the same texts and knows nothing else: the floor. It and ours are published alike
            (self-contained, compiled beforehand together with their runtime) and start the browser with the same switches; of .NET's settings ours has two that spare processor time (no profiling before code is compiled anew, no threads that spin). *CPU* is that of all processes together, those that have ended too, as the system's cgroup adds it up;
            *memory* the most proportional memory of all of them, seen in further runs that are not timed. Medians; ratios are of values of the same round, with the 95 % interval of their median; of fewer than six values that is the lowest and the highest, and less certain.
            {Busy()}
            """);
        AddFresh(text, "Fresh process", Fresh, "fresh", $"{Rounds} runs each, from the start of the process to its end.");
        AddWarm(text, "Warm, one at a time", Warm, "warm",
            $"{Counted(Blocks, "block")} of {Runs} runs each after {PerformanceRuns.WarmUp} that are left out. A run is from the end of the one before to its own. Ours is the worker as a service, with its SQLite store and its log; it gets more slots than it can run. Its scenarios have `causes` set to `never`: no second run follows the measured one.");
        AddWarm(text, "Warm, four at once", Four, "four", $"{Counted(Blocks, "block")} of {Runs * 3} runs each.");
        AddExactness(text);
        AddKinds(text);
        AddTalk(text);
        PeersSection.Add(text, Peers, Warm is [_, var ours] ? ours : null, LeftOut);
        return text.ToString();
    }

    private static string Busy() => File.Exists("/proc/loadavg")
        ? $"When it ended, {File.ReadAllText("/proc/loadavg").Split(' ')[2]} processes had been running or waiting for a processor in the mean of 15 minutes."
        : "";

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static void AddFresh(StringBuilder text, string title, IReadOnlyList<WayFigures> ways, string plot, string how)
    {
        if (ways.Count == 0)
            return;
        AddHead(text, title, how, plot, ["wall (ms)", "ratio", "CPU (ms)", "ratio", "memory (MiB)", "output (bytes)"]);
        foreach (var way in ways)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {way.Name} | {Sample.Median(way.WallMs):0} | {Ratio(way.WallMs, ways[0].WallMs)} | {Sample.Median(way.CpuMs):0} | {Ratio(way.CpuMs, ways[0].CpuMs)} | {way.Memory / 1048576.0:0} | {Sample.Median(way.Bytes):N0} |");
        }
    }

    private static void AddWarm(StringBuilder text, string title, IReadOnlyList<WayFigures> ways, string plot, string how)
    {
        if (ways.Count == 0)
            return;
        AddHead(text, title, how, plot, ["runs a minute", "ratio", "wall a run (ms)", "CPU a run (ms)", "ratio", "memory (MiB)", "output a run (bytes)"]);
        foreach (var way in ways)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {way.Name} | {Sample.Median(way.RunsAMinute):0} | {Ratio(way.RunsAMinute, ways[0].RunsAMinute)} | {Sample.Median(way.WallMs):0} | {Sample.Median(way.CpuMs):0} | {Ratio(way.CpuMs, ways[0].CpuMs)} | {way.Memory / 1048576.0:0} | {Sample.Median(way.Bytes):N0} |");
        }
    }

    internal static void AddHead(StringBuilder text, string title, string how, string plot, IReadOnlyList<string> columns) => text.AppendLine(CultureInfo.InvariantCulture,
        $"""

        ## {title}

        {how}

        ![Wall time and processor time](performance/{plot}.svg)

        | | {string.Join(" | ", columns)} |
        |---|{string.Concat(Enumerable.Repeat("--:|", columns.Count))}
        """);

    internal static string Ratio(IReadOnlyList<double> values, IReadOnlyList<double> floor)
    {
        if (ReferenceEquals(values, floor))
            return "1";
        var ratio = WayFigures.Ratio(values, floor);
        var median = ratio.Median.ToString("0.00", CultureInfo.InvariantCulture);
        // One value has no interval.
        return values.Count == 1 ? median : string.Create(CultureInfo.InvariantCulture, $"{median} ({ratio.Low:0.00} to {ratio.High:0.00})");
    }

    private void AddExactness(StringBuilder text)
    {
        var ours = new[] { ("fresh", Fresh), ("warm, one at a time", Warm), ("warm, four at once", Four) }.Where(one => one.Item2.Count > 1).ToArray();
        if (ours.Length == 0)
            return;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""

            ## How exact meanwhile

            Of our own runs. *INP* is that of the click whose handler works for {TruthfulShop.HandlerMs} ms; errors are what ours says less what a script in the page itself told of the same click: of the INP by the browser's own
            entry, of the response by the frame after the confirmation was put in.

            | | runs | INP p50 (ms) | p90 | INP error, median | response error, median | p90 of its size | noisy |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """);
        foreach (var (name, ways) in ours)
        {
            var one = ways[1];
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {one.Said.Count} | {one.Median(f => f.InpMs):0} | {one.Percentile(f => f.InpMs, 0.9):0} | {one.Median(f => f.InpErrorMs):0.0} | {one.Median(f => f.ResponseErrorMs):0.0} | {one.Percentile(f => f.ResponseErrorMs is { } ms ? Math.Abs(ms) : null, 0.9):0.0} | {one.Said.Count(f => f.IsNoisy)} |");
        }
    }

    private void AddKinds(StringBuilder text)
    {
        (string Name, WayFigures Way)[] ways = [.. Warm.Select(way => ($"{way.Name}, one at a time", way)), .. Four.Select(way => ($"{way.Name}, four at once", way))];
        if (ways.Length == 0)
            return;
        string Row(string first, IEnumerable<string> values) => $"| {first} | {string.Join(" | ", values)} |";
        text.AppendLine(
            $"""

            ## Where the difference goes

            Processor time of a warm run, in milliseconds by what a process is for; [what each would take to be as cheap](adr/0021-what-the-floor-would-take.md).

            {Row("", ways.Select(one => one.Name))}
            |---|{string.Concat(ways.Select(_ => "--:|"))}
            """);
        foreach (var kind in ProcessKinds.All)
            text.AppendLine(Row(kind, ways.Select(one => Sample.Median([.. one.Way.CpuMsByKind.Select(block => block[kind])]).ToString("0", CultureInfo.InvariantCulture))));
    }

    private void AddTalk(StringBuilder text)
    {
        if (Talk is not [var (_, bare), var (_, ours)])
            return;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""

            Messages of one fresh run, counted on the driver's pipes, start and end of the browser included. Ours makes {(double)ours.Calls.Values.Sum() / Steps:0.0} calls of the driver a step, bare Playwright {(double)bare.Calls.Values.Sum() / Steps:0.0}.

            | | bare Playwright | ours |
            |---|--:|--:|
            | calls of the driver | {bare.Calls.Values.Sum()} | {ours.Calls.Values.Sum()} |
            | what the driver tells unasked, and answers | {bare.Heard.Values.Sum()} | {ours.Heard.Values.Sum()} |
            | the driver to the browser | {bare.Sent} | {ours.Sent} |
            | the browser to the driver | {bare.Received} | {ours.Received} |

            | call | bare Playwright | ours |
            |---|--:|--:|
            """);
        foreach (var call in ours.Calls.Keys.Union(bare.Calls.Keys).OrderByDescending(call => ours.Calls.GetValueOrDefault(call)).ThenBy(call => call, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{call}` | {bare.Calls.GetValueOrDefault(call)} | {ours.Calls.GetValueOrDefault(call)} |");
    }

    private IEnumerable<(string Name, string Svg)> Plots() =>
        from one in new[] { ("fresh", Fresh), ("warm", Warm), ("four", Four), ("peers", Peers) }
        where one.Item2.Count > 0 && one.Item2[0].WallMs.Count > 0
        select ($"{one.Item1}.svg", new BarPlot(
            "a run, milliseconds: wall, then processor time; the line is the 95 % interval of the median",
            [.. one.Item2.Select(way => BarOf($"{way.Name}, wall", way.WallMs)), .. one.Item2.Select(way => BarOf($"{way.Name}, CPU", way.CpuMs))]).ToSvg());

    private static Bar BarOf(string name, IEnumerable<double> values)
    {
        var median = MedianInterval.Of(values);
        return new Bar(name, median.Median, median.Low, median.High);
    }
}
