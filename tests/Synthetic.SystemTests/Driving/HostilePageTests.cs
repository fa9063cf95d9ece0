using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Pages that do their worst: each run ends in time with the right failure, and the next one is well.</summary>
[CancelAfter(120_000)]
public sealed class HostilePageTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);
    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TearDown]
    public async Task TheNextRunIsHealthy()
    {
        await using var site = await TestSite.OfAsync("<button onclick=\"this.textContent = 'done'\">go</button>");
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))));
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AClickThatLoopsForeverTimesOutAndBlamesTheMainThread()
    {
        var record = await RunAsync("<button onclick='for(;;);'>go</button>", A.Click("button", A.Text("done")));

        Fails(record, FailureKind.Timeout, "main thread");
        var stuck = record.Steps[1].Interactions.Single();
        Assert.That(stuck.Source, Is.EqualTo(InteractionSource.Estimated));
        Assert.That(stuck.Inp!.Bound, Is.EqualTo("lower"));
        Assert.That(stuck.Inp.Culprit!.Kind, Is.EqualTo(Core.Diagnosing.CulpritKind.MainThread));
    }

    [Test]
    public async Task APageThatLoopsForeverWhileLoadingTimesOut() =>
        Fails(await RunAsync("<script>for(;;);</script>"), FailureKind.Timeout, "main thread");

    [Test]
    public async Task APageThatCrashesItsRendererSaysSo()
    {
        var record = await RunAsync("hello", A.Goto("chrome://crash"));
        Fails(record, FailureKind.Browser, "crashed");
        Assert.That(record.Failure!.Step, Is.EqualTo("goto chrome://crash"));
    }

    [Test]
    public async Task AServerThatNeverAnswersTimesOut()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var record = await _rig.RunAsync(A.Scenario(new Uri($"http://{silent.LocalEndpoint}/"), A.Goto()) with { Timeout = Short });

        Fails(record, FailureKind.Timeout, "is not answered yet");
    }

    [Test]
    public async Task AServerThatIsNotThereIsANavigationFailure()
    {
        var record = await _rig.RunAsync(A.Scenario(new Uri("http://127.0.0.1:9/"), A.Goto()));
        Fails(record, FailureKind.Navigation, "net::ERR_");
    }

    [Test]
    public async Task AnErrorPageIsAnHttpFailure()
    {
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", () => Results.StatusCode(503)));
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto()));
        Fails(record, FailureKind.Http, "answered 503");
    }

    [Test]
    public async Task DialogsAreDismissedAndNoted()
    {
        var record = await RunAsync(
            "<button onclick=\"alert('one'); confirm('two'); prompt('three'); this.textContent = 'done'\">go</button>",
            A.Click("button", A.Text("done")));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Incidents!.Select(i => i.Text), Is.EqualTo(
            new[] { "alert: one (dismissed)", "confirm: two (dismissed)", "prompt: three (dismissed)" }));
    }

    [Test]
    public async Task EndlessDialogsEndTheRunInTime() =>
        Fails(await RunAsync("<button onclick=\"for(;;) alert('again')\">go</button>", A.Click("button", A.Text("done"))), FailureKind.Timeout, "");

    [Test]
    public async Task PopupsAndDownloadsAreNoted()
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<button onclick=\"window.open('/file'); window.open('/other'); location = '/file'; this.textContent = 'done'\">go</button>"));
            app.MapGet("/file", () => Results.File("x"u8.ToArray(), "application/zip", "x.zip"));
            app.MapGet("/other", () => TestSite.Page("other"));
        });
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Incidents!.Select(i => i.Kind), Has.Some.EqualTo("popup"));
    }

    [Test]
    public async Task AnElementThatIsNotThereIsNamed() =>
        Fails(
            await RunAsync("hello", A.Click("#nowhere") with { Timeout = TimeSpan.FromSeconds(1) }),
            FailureKind.Timeout, "could not click #nowhere within 1 s: no such element on the page");

    [Test]
    public async Task AnElementThatIsCoveredSaysByWhat() =>
        Fails(
            await RunAsync("<button>go</button><div id=veil style='position:fixed;inset:0'></div>", A.Click("button")),
            FailureKind.Timeout, "intercepts pointer events");

    [Test]
    public async Task AThingThatNeverShowsIsAnExpectation() =>
        Fails(
            await RunAsync("hello", A.Click("body", A.Text("done")) with { Timeout = TimeSpan.FromSeconds(1) }),
            FailureKind.Expectation, "expected the page to show \"done\" within 1 s");

    [Test]
    public async Task ARunStoppedFromOutsideIsAborted()
    {
        using var stop = new CancellationTokenSource();
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", async (HttpContext http) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        }));
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button")), stop.Token);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Aborted));
        Assert.That(record.Failure, Is.Null, "nothing failed: it was stopped");
        Assert.That(record.Steps.Select(s => s.Status), Is.All.EqualTo(StepStatus.Skipped));
    }

    [Test]
    public async Task ASecretNeverLeavesTheRun()
    {
        await using var site = await TestSite.OfAsync(
            "<input id=pw><button onclick=\"location.hash = pw.value; document.title = pw.value; this.textContent = 'done'\">go</button>");
        var scenario = A.Scenario(site.Uri, A.Goto(), A.Do(StepAction.Fill, "#pw", "hunter2hunter2"), A.Click("button", A.Text("done")))
            with
        { Secrets = [new Secret("PASSWORD", "hunter2hunter2")] };

        var json = RunJson.Write(await _rig.RunAsync(scenario));

        Assert.That(json, Does.Not.Contain("hunter2").And.Contain("***"));
    }

    private async Task<RunRecord> RunAsync(string body, params Step[] steps)
    {
        await using var site = await TestSite.OfAsync(body);
        return await _rig.RunAsync(A.Scenario(site.Uri, [A.Goto(), .. steps]) with { Timeout = Short });
    }

    private static void Fails(RunRecord record, FailureKind kind, string message)
    {
        Assert.That(record.Status, Is.EqualTo(RunStatus.Failed), record.Failure?.Message);
        Assert.That(record.Failure!.Kind, Is.EqualTo(kind), record.Failure.Message);
        Assert.That(record.Failure.Message, Does.Contain(message));
        // Far over what closing a dead page takes; a hang would be without end.
        Assert.That(record.DurationMs, Is.LessThan(60_000));
    }
}
