using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Records;

namespace Synthetic.SystemTests.Driving;

/// <summary>Pages and workers that lie to the probe, or keep it waiting: the run goes on, and what is known stays right.</summary>
[CancelAfter(120_000)]
public sealed class HostileProbeTests
{
    private const string Worker = """
        <button disabled onclick="this.textContent = 'done'">go</button>
        <script>new Worker('/worker.js').onmessage = () => document.querySelector('button').disabled = false</script>
        """;

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TestCase("JSON.stringify = () => undefined")]
    [TestCase("JSON.stringify = () => ({ id: 5 })")]
    [TestCase("JSON.stringify = () => 5")]
    [TestCase("JSON.stringify = () => '{\"id\":5}'")]
    [TestCase("performance.getEntriesByType = () => null")]
    [TestCase("Object.defineProperty(self, 'performance', { value: null })")]
    public async Task AWorkerWhoseAnswerIsNoMeasurementIsPassedOver(string lie)
    {
        var record = await RunAsync($"{lie}; postMessage('ready')");
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AWorkerThatNeverAnswersDoesNotBlameThePage()
    {
        var record = await RunAsync("postMessage('ready'); const x = new XMLHttpRequest(); x.open('GET', '/never', false); x.send()");
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps.SelectMany(s => s.Incidents ?? []).Select(i => i.Text), Is.Empty);
    }

    [Test]
    public async Task APageThatTakesTheProbesPlaceIsPassedOver()
    {
        const string Usurper = """
            <button onclick="this.textContent = 'done'">go</button>
            <script>
              const key = Object.getOwnPropertyNames(window).find(n => n.startsWith('__s'));
              Object.defineProperty(window, key, { value: { collect: () => 5, painted: () => ({ time: 5 }), begin: () => performance.timeOrigin } });
            </script>
            """;
        await using var site = await TestSite.OfAsync(Usurper);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))));
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task AnInteractionWhoseEntryFoundNoRoomIsNotTakenForAShortOne()
    {
        const string Flood = """
            <button>go</button>
            <script>
              let flood = [];
              PerformanceObserver.prototype.takeRecords = () => flood;
              document.querySelector('button').onclick = e => {
                flood = Array(6000).fill({ name: location.href, serverTiming: [], scripts: [] });
                dispatchEvent(new Event('beforeunload'));
                flood = [];
                for (const end = performance.now() + 300; performance.now() < end;);
                e.target.textContent = 'done';
              };
            </script>
            """;
        await using var site = await TestSite.OfAsync(Flood);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))));

        var inp = record.Steps[1].Interactions.Single().Inp!;
        Assert.That(inp.Bound, Is.EqualTo("lower"));
        Assert.That(inp.Ms, Is.GreaterThanOrEqualTo(300));
    }

    private async Task<RunRecord> RunAsync(string worker)
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page(Worker));
            app.MapGet("/worker.js", () => TypedResults.Content(worker, "text/javascript"));
            app.MapGet("/never", (HttpContext http) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted));
        });
        return await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done")) with { Timeout = TimeSpan.FromSeconds(10) }));
    }
}
