using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.SystemTests.Driving;

/// <summary>Pages that do their worst: each run ends in time with the right failure, and the next one is well.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class HostilePageTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);
    private Rig _rig = null!;

    /// <summary>A run's time counts from a browser that is ready: the first test must not pay for its start.</summary>
    [OneTimeSetUp]
    public async Task Open()
    {
        _rig = new Rig();
        await TheNextRunIsHealthy();
    }

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
        Assert.That(stuck.Inp.Culprit!.Kind, Is.EqualTo(CulpritKind.MainThread));
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
        Assert.That(record.Failure!.Message, Does.Not.Contain("main thread"));
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
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", () => TypedResults.StatusCode(503)));
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
            app.MapGet("/file", () => TypedResults.File("x"u8.ToArray(), "application/zip", "x.zip"));
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
            FailureKind.Timeout, "it is covered by div#veil: ");

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
        Assert.That(record.Steps.Select(s => s.Status), Is.EqualTo(new[] { StepStatus.Aborted, StepStatus.Skipped }));
    }

    [Test]
    public async Task AForgedMeasurementNeitherThrowsNorHidesTheRealOnes()
    {
        const string Forger = """
            <button>go</button>
            <script>
              const send = window[Object.getOwnPropertyNames(window).find(n => n.startsWith('__b'))];
              document.querySelector('button').onclick = e => {
                for (const forged of ['', '[]', '{', '{"id":null}', '{"id":"x","entries":null}', '{"id":"x","entries":[{"n":"a"}]}',
                  '{"id":"x","entries":[{"n":1,"k":5},7,null]}', '{"id":"x","timeOrigin":1e999}',
                  '{"id":"x","entries":[{"n":1,"k":"event","start":1e999,"interactionId":9}]}'])
                  send(forged);
                for (let i = 0; i < 600; i++) send(JSON.stringify({ id: 'y' + i, entries: [] }));
                e.target.textContent = 'done';
              };
            </script>
            """;
        await using var site = await TestSite.OfAsync(Forger);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))) with
        {
            Secrets = [new Secret("TOKEN", "abcdefgh")],
        });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions.Count(i => i.Target == "button"), Is.EqualTo(1));
        Assert.That(record.Pages.Count(p => p.Url == site.Uri.ToString()), Is.EqualTo(1));
        Assert.That(() => RunJson.Write(record), Throws.Nothing);
    }

    [Test]
    public async Task APageThatFloodsTheDriverIsCutShort()
    {
        await using var site = await TestSite.OfAsync(
            "<button onclick=\"const b = window[Object.getOwnPropertyNames(window).find(n => n.startsWith('__b'))]; const x = 'x'.repeat(1e6); for (let i = 0; i < 40; i++) b(x); this.textContent = 'done'\">go</button>");
        // No short time here: forty megabytes take their time to be thrown away.
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Incidents!.Select(i => i.Kind), Has.Some.EqualTo("probe"));
    }

    [Test]
    public async Task APageOfHundredsOfFramesIsMeasuredAndSaysHowManyWereLeftOut()
    {
        await using var site = await TestSite.OfAsync(
            "<button onclick=\"this.textContent = 'done'\">go</button><script>for (let i = 0; i < 300; i++) document.body.append(document.createElement('iframe'))</script>");
        // The driver has something to bring into each frame: on a slow machine that takes longer than most scenarios may.
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))) with { Timeout = TimeSpan.FromSeconds(90) });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions, Has.Count.EqualTo(1));
        Assert.That(record.Steps[1].Incidents!.Select(i => (i.Kind, i.Text)), Has.Some.EqualTo(
            ("probe", "45 frames or workers were not asked for their measurements: at most 256 of each are")));
    }

    [Test]
    public async Task AnAddressOfMegabytesStaysOutOfTheRecord()
    {
        var record = await RunAsync(
            "<button onclick=\"location.hash = 'x'.repeat(1500000)\">go</button>",
            A.Click("button", A.Text("never")) with { Timeout = TimeSpan.FromSeconds(1) });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(RunJson.Write(record), Has.Length.LessThan(200_000));
    }

    [Test]
    public async Task APagesOwnToJsonDoesNotBlindTheProbe()
    {
        var record = await RunAsync(
            "<script>Array.prototype.toJSON = Object.prototype.toJSON = () => 'gone'</script><button onclick=\"this.textContent = 'done'\">go</button>",
            A.Click("button", A.Text("done")));
        Assert.That(record.Coverage.Missed, Is.Zero);
        Assert.That(record.Steps[1].Interactions.Single().Response!.Source, Is.EqualTo(ResponseSource.Expectation));
    }

    [Test]
    public async Task ASecretAtTheEndOfALongTextIsNotCutInHalf()
    {
        await using var site = await TestSite.OfAsync("<button onclick=\"alert('x'.repeat(485) + 'hunter2hunter2'); this.textContent = 'done'\">go</button>");
        var scenario = A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))) with
        {
            Secrets = [new Secret("PASSWORD", "hunter2hunter2")],
        };
        Assert.That(RunJson.Write(await _rig.RunAsync(scenario)), Does.Not.Contain("xhunter"));
    }

    [Test]
    public async Task AScriptsFailingStepIsNamed()
    {
        await using var site = await TestSite.OfAsync("an empty shop");
        var record = await _rig.RunAsync(new Scenario { Name = "coded", Script = "PlaceOrder", BaseUrl = site.Uri, Timeout = Short });

        Fails(record, FailureKind.Timeout, "its code did not end");
        Assert.That(record.Failure!.Step, Is.EqualTo("Add to cart"));
        Assert.That(record.Steps.Select(s => (s.Name, s.Status)), Is.EqualTo(
            new[] { ("Open the shop", StepStatus.Passed), ("Add to cart", StepStatus.Failed) }));
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

    [Test]
    public async Task ASecretServerIsDiagnosedLikeAnyOther()
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<button onclick=\"fetch('/slow').then(() => this.textContent = 'done')\">go</button>"));
            app.MapGet("/slow", async (HttpContext http) =>
            {
                http.Response.Headers["Server-Timing"] = "db;dur=250";
                await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, http.RequestAborted);
                return "x";
            });
        });
        var scenario = A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))) with
        {
            Secrets = [new Secret("SITE", site.Uri.ToString())],
        };

        var record = await _rig.RunAsync(scenario);

        var request = record.Steps[1].Requests.Single();
        Assert.That(request.Url, Is.EqualTo("http://***/slow"));
        Assert.That(request.ServerTimingSource, Is.EqualTo(ServerTimingSource.Page));
        Assert.That(request.ThirdParty, Is.False);
        Assert.That(record.Pages.Select(p => p.Url), Is.EqualTo(new[] { "http://***/" }));
        Assert.That(record.Steps[1].Interactions.Single().Response!.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(RunJson.Write(record), Does.Not.Contain(site.Uri.Authority));
        Assert.That(RunJson.Write(Derivation.Of(record, record.Evidence!)), Is.EqualTo(RunJson.Write(record)), "what is explained later reads the same");
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
        // A third more than it may take, for a busy machine: a run that gathers its evidence after its time is up takes longer.
        Assert.That(record.DurationMs, Is.LessThan(Short.TotalMilliseconds * 4 / 3));
    }
}
