using System.Diagnostics;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Storing;

/// <summary>Fills a store with many runs, as workers do but without running them, and asks it what people ask.</summary>
/// <param name="store">An empty store, or one that was filled so.</param>
/// <param name="scenarios">How many scenarios the runs are of.</param>
/// <param name="every">How often each of them is run.</param>
/// <param name="runs">How many runs are there.</param>
internal sealed class FilledStore(ResultStore store, int scenarios, TimeSpan every, int runs = 0)
{
    /// <summary>How many scenarios they are of where little is kept.</summary>
    public const int Scenarios = 10;

    /// <summary>How often each question is asked.</summary>
    public const int Asked = 50;

    /// <summary>When the first run began.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int _runs = runs;

    private TimeSpan Between => every / scenarios;

    /// <summary>Writes runs after those that are there.</summary>
    /// <param name="records">Real ones, which are written again and again under new names.</param>
    /// <param name="count">How many.</param>
    /// <param name="ct">Ends it early.</param>
    /// <returns>What each write took, in milliseconds, in order.</returns>
    public async Task<IReadOnlyList<double>> FillAsync(IReadOnlyList<RunRecord> records, int count, CancellationToken ct)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var n = _runs++;
            var at = Begin + (n * Between);
            var record = records[n % records.Count] with
            {
                RunId = Guid.CreateVersion7(at).ToString(),
                Scenario = Name(n),
                ScheduledAt = at,
                StartedAt = at.AddMilliseconds(2),
            };
            var begun = Stopwatch.GetTimestamp();
            await store.Runs.CommitAsync(record.Scenario, state => RunCommit.OfRun(AlertRule.Default, record, state, new Dictionary<string, TimeSpan>(), at), ct);
            times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if ((n + 1) % 10_000 == 0)
                Console.WriteLine($"  {n + 1:N0} runs, the latest in {times[i]:0.0} ms");
        }
        return times;
    }

    /// <summary>Asks for the latest runs of a scenario, for one record, and for a week of a component.</summary>
    /// <param name="count">How many runs it has.</param>
    /// <param name="ct">Ends it early.</param>
    /// <returns>What each question is, and what its answers took, in milliseconds.</returns>
    public async Task<IReadOnlyList<(string Question, IReadOnlyList<double> Ms)>> AskAsync(int count, CancellationToken ct)
    {
        var random = new Random(1);
        var latest = Begin + (count * Between);
        var ids = new List<string>();
        for (var n = 0; n < Asked; n++)
        {
            var page = await store.History.RunsAsync(new RunQuery { Before = Begin + (random.Next(1, count) * Between) + Between, Limit = 1 }, ct);
            ids.Add(page[0].RunId);
        }
        return
        [
            ("the 50 latest runs of a scenario", await TimeAsync(n => store.History.RunsAsync(new RunQuery { Scenario = Name(n) }, ct))),
            ("one record, by its id", await TimeAsync(n => store.History.RecordAsync(ids[n], ct))),
            ("a week of a component of a step", await TimeAsync(n => store.History.ComponentAsync(Name(n), "Place order", "server.db", latest - TimeSpan.FromDays(7), ct))),
        ];
    }

    /// <summary>The scenario that a run is of.</summary>
    /// <param name="number">The run's.</param>
    public string Name(int number) => $"place-order-{number % scenarios}";

    /// <summary>Asks, and says what each answer took, in milliseconds.</summary>
    /// <param name="ask">Asks once, told which time it is.</param>
    /// <param name="asked">How often.</param>
    public static async Task<IReadOnlyList<double>> TimeAsync<T>(Func<int, Task<T>> ask, int asked = Asked)
    {
        var times = new double[asked];
        for (var n = 0; n < asked; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            await ask(n);
            times[n] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }
        return times;
    }
}

/// <summary>What a full store takes.</summary>
/// <param name="Name">Which one it is.</param>
/// <param name="Runs">How many runs it has.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="WriteMs">What each write took, in milliseconds, in order.</param>
/// <param name="Answers">What each question is, and what its answers took, in milliseconds.</param>
internal sealed record StoreSize(string Name, int Runs, long Bytes, IReadOnlyList<double> WriteMs, IReadOnlyList<(string Question, IReadOnlyList<double> Ms)> Answers);
