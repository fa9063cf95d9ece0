using System.Text.Json;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Diagnosing;
using Synthetic.Worker.Reporting;

using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Scheduling;

/// <summary>Limits over a baseline in the real schedule: numbers before a run begins, and nothing that a run waits for.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BaselineLimitTests
{
    private readonly Kept _kept = new();

    [Test]
    public async Task TheStoresHistoryBecomesTheLimitOfTheRun()
    {
        _kept.Values = [.. Enumerable.Repeat(300d, 20)];
        await using var rig = Watching();
        await rig.Baselines.ReadAllAsync();
        await RunAsync(rig, 0);
        Assert.That((await Budgets(rig, 1)).Select(Judged), Is.EqualTo(new (double?, double?, bool?, string?)[] { (330, 300, false, null), (330, 300, false, null) }));
        await rig.Log.WaitForAsync("alert", 2);
        Assert.That(rig.Log.Messages("alert"), Has.Some.EqualTo("a / Place order: response 440 ms over 330 ms (baseline 300 ms + 10 %); db took 350 ms of it"));
    }

    [Test]
    public async Task TheWorstStepIsAskedForByTheNamesOfAllAndAStepByItsOwn()
    {
        await using var rig = Watching();
        await rig.Baselines.ReadAllAsync();
        Assert.That(_kept.Asked.Select(query => (query.Scenario, query.Location, string.Join(',', query.Steps), query.Component, query.Since)), Is.EqualTo(new[]
        {
            ("a", "test", "goto /,Place order", "response", Noon.AddSeconds(-5).AddDays(-14)),
            ("a", "test", "Place order", "response", Noon.AddSeconds(-5).AddDays(-14)),
        }));
    }

    [Test]
    public async Task TooFewRunsAreNotJudgedUntilThereAreEnough()
    {
        _kept.Values = [.. Enumerable.Repeat(300d, 19)];
        await using var rig = Watching();
        await rig.Baselines.ReadAllAsync();
        await RunAsync(rig, 0);
        var first = await Budgets(rig, 1);
        Assert.That(first.Select(Judged), Is.All.EqualTo(((double?)null, (double?)null, (bool?)null, "no baseline yet: 19 of 20 runs")));
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (0, "passed") }));

        _kept.Values = [.. Enumerable.Repeat(300d, 20)];
        // The store is asked again after half a minute, and after a run, never before it.
        await RunAsync(rig, 20);
        Assert.That((await Budgets(rig, 2)).Select(Judged), Is.EqualTo(first.Select(Judged)));
        await RunAsync(rig, 40);
        Assert.That((await Budgets(rig, 3)).Select(Judged), Is.EqualTo(first.Select(Judged)));
        while (rig.Baselines.Resolve(Shop).Budgets[0].Limit is null)
            await Task.Yield();
        await RunAsync(rig, 60);
        Assert.That((await Budgets(rig, 4)).Select(Judged), Is.All.EqualTo(((double?)330, (double?)300, (bool?)false, (string?)null)));
    }

    [Test]
    public async Task AStoreThatHangsDelaysNoRun()
    {
        _kept.Hangs = true;
        await using var rig = Watching();
        await rig.Baselines.StartAsync(CancellationToken.None);
        await RunAsync(rig, 0);
        Assert.That((await Budgets(rig, 1)).Select(Judged), Is.All.EqualTo(((double?)null, (double?)null, (bool?)null, "no baseline yet: the store was not read")));
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (0, "passed") }));
    }

    [Test]
    public async Task AStoreThatIsAwayTakesNothingBackAndIsSaidOnce()
    {
        _kept.Values = [.. Enumerable.Repeat(300d, 20)];
        await using var rig = Watching();
        await rig.Baselines.ReadAllAsync();
        _kept.Bug = new InvalidOperationException("away");
        rig.Time.Advance(TimeSpan.FromHours(2));
        await rig.Baselines.ReadAllAsync();
        rig.Time.Advance(TimeSpan.FromHours(2));
        await rig.Baselines.ReadAllAsync();
        Assert.That(rig.Log.Messages("baselines.failed"), Is.EqualTo(new[] { "a: its baselines were not read, those known go on: away" }));
        Assert.That(rig.Baselines.Resolve(Shop).Budgets[0].Limit, Is.EqualTo(330));
    }

    [Test]
    public async Task WithoutAStoreNothingIsJudged()
    {
        await using var rig = new Rig([Shop], null);
        rig.Source.Open = true;
        rig.Source.Sees = See;
        await RunAsync(rig, 0);
        Assert.That((await Budgets(rig, 1)).Select(Judged), Is.All.EqualTo(((double?)null, (double?)null, (bool?)null, "no baseline: only a worker that keeps results knows one")));
    }

    private static Scenario Shop { get; } = Every("a", 20) with
    {
        Budgets = [Budget.OverBaseline("response", 10)],
        Steps =
        [
            new Step { Index = 0, Name = "goto /", Action = StepAction.Goto, Values = ["/"] },
            new Step { Index = 1, Name = "Place order", Action = StepAction.Click, Budgets = [Budget.OverBaseline("response", 10)] },
        ],
        Alerts = new AlertRule(1, 1, 1, TimeSpan.FromHours(1), []),
    };

    /// <summary>A response of 440 ms, whose limits are those that the run was given.</summary>
    private static Core.Evidence.RunEvidence See(Scenario scenario)
    {
        var seen = new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=350, total;dur=396").Shows(440);
        foreach (var budget in scenario.Steps[1].Budgets)
            seen.StepBudget(budget);
        return seen.Build() with { Budgets = scenario.Budgets };
    }

    private Rig Watching()
    {
        var rig = new Rig([Shop], null, services => services.AddBaselines(_kept));
        rig.Source.Open = true;
        rig.Source.Sees = See;
        return rig;
    }

    private static async Task RunAsync(Rig rig, int slot)
    {
        if (slot == 0)
            await rig.StartAsync();
        await rig.FireAsync(slot);
    }

    private static async Task<JsonElement[]> Budgets(Rig rig, int run)
    {
        await rig.RunsAsync(run);
        return [.. rig.Log.Of("run")[run - 1].GetProperty("budgets").EnumerateArray()];
    }

    private static (double? Limit, double? Baseline, bool? Ok, string? Reason) Judged(JsonElement budget) => (
        Number(budget, "limit"),
        Number(budget, "baselineMs"),
        budget.GetProperty("ok") is { ValueKind: not JsonValueKind.Null } ok ? ok.GetBoolean() : null,
        budget.TryGetProperty("reason", out var reason) ? reason.GetString() : null);

    private static double? Number(JsonElement budget, string name) =>
        budget.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private sealed class Kept : IComponentValues
    {
        public IReadOnlyList<double> Values { get; set; } = [];

        public Exception? Bug { get; set; }

        public bool Hangs { get; set; }

        public List<ComponentQuery> Asked { get; } = [];

        public async Task<IReadOnlyList<double>> ValuesAsync(ComponentQuery query, CancellationToken ct)
        {
            if (Bug is not null)
                throw Bug;
            Asked.Add(query);
            if (Hangs)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            return Values;
        }
    }
}
