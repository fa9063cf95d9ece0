using Microsoft.AspNetCore.Builder;
using Synthetic.Core.Alerting;
using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;
using Synthetic.Shop;

namespace Synthetic.SystemTests.Driving;

/// <summary>A real browser on a machine that others use too.</summary>
[TestFixture]
[Platform("Linux")]
[CancelAfter(120_000)]
public sealed class HostNoiseTests
{
    private ShopHost _shop = null!;
    private Rig _rig = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await ShopHost.StartAsync(new ShopOptions(), CancellationToken.None);
        _rig = new Rig();
        await OrderAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _rig.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task ABudgetBrokenBesideBusyProgramsIsInconclusiveAndAlertsNobody()
    {
        var rule = AlertRule.Default with { Failures = 1, Of = 1 };
        await using var burners = new Burners();
        for (var n = 0; n < 3; n++)
        {
            var record = await OrderAsync();
            Assert.That(record.Host!.Verdict, Is.EqualTo(HostState.Noisy), () => RunJson.Write(record with { Evidence = null }));
            Assert.That(record.Host.Reasons, Is.Not.Empty);
            Assert.That(record.Status, Is.EqualTo(RunStatus.Inconclusive));
            Assert.That(AlertEvaluator.Evaluate(rule, AlertState.Empty, record, record.StartedAt).Events, Is.Empty);
        }
    }

    [Test]
    public async Task ARunReadsTheMachineAndItsVerdictFollowsFromTheReadings()
    {
        // Whether the machine is quiet is for the machine to say: others may use it while this test runs.
        var record = await OrderAsync();
        var seen = record.Evidence!.Host!;
        Assert.Multiple(() =>
        {
            Assert.That(seen.WindowMs, Is.GreaterThan(0).And.LessThanOrEqualTo(record.DurationMs));
            Assert.That(seen.Cores, Is.GreaterThanOrEqualTo(Environment.ProcessorCount));
            Assert.That(seen.OverlappingRuns, Is.Zero);
            Assert.That(seen.WorkMs, Is.GreaterThanOrEqualTo(seen.WorkBestMs!.Value).And.GreaterThan(0));
            Assert.That(seen.ForeignCpuPercent, Is.InRange(0, 100));
            Assert.That(record.Host!.Reasons, Is.EqualTo(HostVerdict.Of(seen).Reasons));
            Assert.That(record.Status, Is.EqualTo(record.Host.Verdict == HostState.Noisy ? RunStatus.Inconclusive : RunStatus.Degraded));
        });
    }

    [Test]
    public async Task RunsThatOverlapSaySo()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var both = new CountdownEvent(2);
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", async () =>
        {
            if (both.Signal())
                gate.SetResult();
            await gate.Task;
            return TestSite.Page("both are here");
        }));
        var runs = await Task.WhenAll(_rig.RunAsync(A.Scenario(site.Uri, A.Goto())), _rig.RunAsync(A.Scenario(site.Uri, A.Goto())));
        Assert.That(runs.Select(run => run.Host!.OverlappingRuns), Is.EqualTo(new int?[] { 1, 1 }));
    }

    /// <summary>An order whose budget no machine can keep.</summary>
    private Task<RunRecord> OrderAsync() => _rig.RunAsync(A.Scenario(
        _shop.BaseUri,
        A.Goto(),
        A.Click("#add-to-cart", A.Text("1 item")),
        A.Click("#place-order", new() { Visible = A.Css("text=Order confirmed") }) with { Budgets = [new Budget("response", 1)] }));
}
