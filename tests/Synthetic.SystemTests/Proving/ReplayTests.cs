using Synthetic.Browser.Driving;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Proving;

/// <summary>A replayed step looks to its page as the live one did, and asks no server for anything.</summary>
[CancelAfter(60_000)]
public sealed class ReplayTests
{
    private const string Show = "<script>const shown = async asked => { const answer = await asked; out.textContent = answer; }; const post = url => fetch(url, { method: 'POST', body: 'x' }).then(r => r.text());</script>";

    private static readonly Arm Control = new() { Name = "control", Kind = ArmKind.Control };
    private static readonly Arm WithoutDb = new() { Name = "without db", Kind = ArmKind.WithoutComponent, Removed = "db" };

    private BrowserPool _pool = null!;
    private CountedSite _site = null!;
    private BrowserEvidenceSource _source = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path, WatchHost = false });
        _source = new BrowserEvidenceSource(_pool, ScriptCatalogue.Of(typeof(ReplayTests).Assembly), TimeProvider.System);
        _site = await CountedSite.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _pool.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static IEnumerable<TestCaseData> Pages()
    {
        static TestCaseData Page(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
        yield return Page("an awaited fetch", "<script>go.onclick = () => shown(post('/slow/a'))</script>");
        yield return Page("a synchronous request", "<script>go.onclick = () => { const x = new XMLHttpRequest(); x.open('POST', '/slow/a', false); x.send('x'); out.textContent = x.responseText; }</script>");
        yield return Page("requests in a row", "<script>go.onclick = () => shown(post('/slow/a').then(() => post('/slow/b')))</script>");
        yield return Page("identical requests", "<script>go.onclick = () => shown(post('/slow/a').then(() => post('/slow/a')))</script>");
        yield return Page("a redirect", "<script>go.onclick = () => shown(fetch('/moved').then(r => r.redirected ? r.text() : 'not redirected'))</script>");
        yield return Page("a form and its confirmation", "<form method=post action=/order><button id=send>send</button></form><script>go.onclick = () => send.click()</script>");
        yield return Page("a link", "<a id=link href=/slow/page>link</a><script>go.onclick = () => link.click()</script>");
        yield return Page("another origin, asked beforehand", "<script>go.onclick = () => shown(fetch('OTHER/slow/a', { method: 'PUT', credentials: 'include', headers: { 'content-type': 'application/json', 'x-asked': '1' }, body: '{}' }).then(r => r.text()))</script>");
        yield return Page("a worker", "<script>const worker = new Worker('/worker.js'); go.onclick = () => shown(new Promise(done => { worker.onmessage = e => done(e.data); worker.postMessage(1); }))</script>");
        yield return Page("a service worker", "<script>const ready = (async () => { await navigator.serviceWorker.register('/service.js'); if (!navigator.serviceWorker.controller) await new Promise(done => navigator.serviceWorker.oncontrollerchange = done); document.title = 'ready'; })(); go.onclick = () => shown(ready.then(() => fetch('/slow/service')).then(r => r.text()))</script>");
        yield return Page("a nonce in the query", "<script>go.onclick = () => shown(post('/slow/a?b=1&nonce=' + Math.random()))</script>");
        yield return Page("an id in the path", "<script>go.onclick = () => shown(post('/slow/carts/' + crypto.randomUUID() + '/orders'))</script>");
        yield return Page("a body that changes", "<script>go.onclick = () => shown(fetch('/slow/a', { method: 'POST', body: String(Math.random()) }).then(r => r.text()))</script>");
        yield return Page("a script from the cache", "<script src=/kept.js></script><script>go.onclick = async () => { await new Promise(done => { const s = document.createElement('script'); s.src = '/kept.js'; s.onload = done; document.head.append(s); }); shown(post('/slow/a')); }</script>");
        yield return Page("an answer whose body nobody reads", "<script>go.onclick = async () => { const r = await fetch('/slow/a', { method: 'POST' }); if (r.ok) out.textContent = 'done'; }</script>");
        yield return Page("an order accepted without content", "<script>go.onclick = async () => { const r = await fetch('/slow/accept', { method: 'POST' }); if (r.status === 202) out.textContent = 'done'; }</script>");
        yield return Page("an order accepted, and the page goes on", "<script>go.onclick = async () => { await fetch('/slow/accept', { method: 'POST' }); location = '/confirmation'; }</script>");
        yield return Page("an order sent and forgotten, and its state asked for", "<script>go.onclick = async () => { fetch('/slow/accept?ms=50', { method: 'POST' }); while (await (await fetch('/slow/state')).text() !== 'carried out') await new Promise(r => setTimeout(r, 30)); shown(post('/slow/b')); }</script>");
        yield return Page("server timing read by the page", "<script>go.onclick = () => shown(post('/slow/a').then(() => performance.getEntriesByType('resource').at(-1).serverTiming[0]?.name === 'db' ? 'done' : 'no timing'))</script>");
        yield return Page("a beacon on the way", "<script>go.onclick = () => { navigator.sendBeacon('/slow/beacon', 'x'); shown(post('/slow/a')); }</script>");
        yield return Page("a picture", "<script>go.onclick = () => { const i = new Image(); i.onload = () => { out.textContent = 'done'; }; i.src = '/image.svg'; document.body.append(i); }</script>");
    }

    [TestCaseSource(nameof(Pages))]
    public async Task AReplayedStepIsTheStepAndAsksNoServer(string body)
    {
        var recorded = await RecordAsync(body);
        Assert.That(recorded.Limits, Is.Empty);

        _site.Forget();
        var control = await ReplayAsync(recorded, Control);
        Assert.That(Reached(), Is.Empty, "what the control asked a server for");
        _site.Forget();
        var without = await ReplayAsync(recorded, WithoutDb);
        Assert.That(Reached(), Is.Empty, "what the arm asked a server for");

        Assert.That(control.Replay, Has.Property(nameof(ReplayCounts.Live)).EqualTo(0).And.Property(nameof(ReplayCounts.Refused)).EqualTo(0));
        // Both on one machine, one after the other: nearly all of the wait must be gone, whatever the machine is like.
        Assert.That(ResponseOf(control) - ResponseOf(without), Is.GreaterThan(CountedSite.Slow / 2));
    }

    [Test]
    public async Task WhatItCostsToGiveAnAnswerThatNobodyReadsIsMeasuredByItsHeaders()
    {
        var recorded = await RecordAsync("<script>go.onclick = async () => { await fetch('/slow/accept', { method: 'POST' }); out.textContent = 'done'; }</script>");
        Assert.That((await ReplayAsync(recorded, Control)).ReplayCostMs, Is.Not.Null);
    }

    [Test]
    public async Task ContentThatThePageGaveUpIsSaidAndItsHeadersAreReplayed()
    {
        var recorded = await RecordAsync("<script>go.onclick = async () => { const r = await fetch('/slow/accept?body=40', { method: 'POST' }); await r.body.cancel(); out.textContent = 'done'; }</script>");
        Assert.That(recorded.Limits, Has.One.EndsWith("/slow/accept?body=40: its body could not be kept"));
        _site.Forget();
        await ReplayAsync(recorded, Control);
        Assert.That(Reached(), Is.Empty);
    }

    [Test]
    public async Task AFrameOfAnotherSiteIsReplayedToo()
    {
        _site.Body = "<iframe src=SITE/frame></iframe>";
        var step = A.Do(StepAction.Click, null) with
        {
            Name = "click in the frame",
            Target = A.Css("iframe >> internal:control=enter-frame >> #go"),
            Expect = new Expectation { Visible = A.Css("iframe >> internal:control=enter-frame >> text=done") },
        };
        var scenario = A.Scenario(_site.Uri, A.Goto(), step);
        var recorded = Passed(await _source.RunAsync(scenario, new Experiment(1, Control, Records: true), CancellationToken.None)).Recording!;
        _site.Forget();
        Passed(await _source.RunAsync(scenario, new Experiment(1, Control, recorded), CancellationToken.None));
        Assert.That(_site.Hits.Keys, Has.None.StartsWith("POST"));
    }

    [Test]
    public async Task AWriteThatNothingWasRecordedForIsRefusedAndSaid()
    {
        var recorded = await RecordAsync("<script>let n = 0; const names = 'abcdefgh'; const word = () => [...crypto.getRandomValues(new Uint8Array(12))].map(b => names[b % 8]).join(''); go.onclick = () => { post('/slow/' + word()).catch(() => 0); shown(post('/slow/a')); }</script>");
        _site.Forget();
        var trial = await ReplayAsync(recorded, Control);
        Assert.That(Reached(), Is.Empty);
        Assert.That(trial.Replay!.Refused, Is.EqualTo(1));
        Assert.That(trial.Limits!, Has.One.StartsWith("POST http").And.EndsWith("no answer was recorded for it"));
    }

    [Test]
    public async Task AWriteOfAnotherWindowIsSaidToHaveGotThrough()
    {
        var recorded = await RecordAsync("<form method=post action=/slow/window target=_blank><button id=send>send</button></form><script>go.onclick = () => { send.click(); shown(post('/slow/a')); }</script>", limits: true);
        var trial = await ReplayAsync(recorded, Control);
        Assert.That((trial.WroteLive, trial.LiveWrites), Is.EqualTo((true, 1)));
        Assert.That(trial.Limits!, Has.Some.StartsWith("a request that writes got past the replay"));
    }

    [Test]
    public async Task EveryTrialSaysHowOftenItsStepWroteToAServer()
    {
        _site.Body = Show + "<script>post('/slow/before'); go.onclick = () => shown(post('/slow/a').then(() => post('/slow/b')))</script>";
        var live = Passed(await _source.RunAsync(Scenario(), new Experiment(1, Control, Records: true), CancellationToken.None));
        var replayed = await ReplayAsync(live.Recording!, Control);
        Assert.That((live.LiveWrites, replayed.LiveWrites), Is.EqualTo((2, 0)));
    }

    [TestCase("<script>const s = new WebSocket(location.origin.replace('http', 'ws') + '/socket'); go.onclick = () => { const t = new WebSocket(location.origin.replace('http', 'ws') + '/socket'); t.onmessage = e => { out.textContent = e.data; }; }</script>", "a WebSocket was opened")]
    [TestCase("<script>new EventSource('/events'); go.onclick = () => shown(post('/slow/a'))</script>", "an event stream was open")]
    [TestCase("<script>go.onclick = () => { window.open('/slow/window'); shown(post('/slow/a')); }</script>", "a window was opened")]
    public async Task WhatCannotBeReplayedIsSaid(string body, string limit) =>
        Assert.That((await RecordAsync(body, limits: true)).Limits, Has.Some.StartsWith(limit));

    [Test]
    public async Task ADecoyThatTheResultDoesNotWaitForIsRefuted()
    {
        // As slow as what the result waits for, at the same time, and waited for by nobody.
        _site.Body = Show + """
            <script>
            const work = ms => { for (const end = performance.now() + ms; performance.now() < end;); };
            go.onclick = async () => {
              const decoy = fetch('/slow/decoy?as=db&ms=250').then(r => r.text());
              await (await fetch('/slow/auth?as=auth&ms=300')).text();
              work(38);
              out.textContent = 'done';
              await decoy;
            };
            </script>
            """;
        var scenario = Scenario();
        var record = await new ScenarioRunner(_source, TimeProvider.System, "test").RunAsync(scenario, RunSlot.Manual, null, CancellationToken.None);
        var proven = await new Prover(_source, TimeProvider.System).ProveAsync(
            scenario, record, new ProofPlan { Time = TimeSpan.FromSeconds(50) }, null, CancellationToken.None);

        var verdict = proven.Proof!.Verdicts.Single(v => v.Component == "db");
        Assert.That(verdict.Outcome, Is.EqualTo(ProofOutcome.Refuted), verdict.Text);
        var culprit = proven.Steps[1].Interactions.Single().Response!.Culprit!;
        Assert.That((culprit.Kind, culprit.Component, culprit.Confidence), Is.EqualTo((CulpritKind.Backend, "auth", Confidence.Proven)), verdict.Text);
    }

    private async Task<Recording> RecordAsync(string body, bool limits = false)
    {
        _site.Body = Show + body;
        var trial = Passed(await _source.RunAsync(Scenario(), new Experiment(1, Control, Records: true), CancellationToken.None));
        Assert.That(trial.Recording, Is.Not.Null);
        if (!limits)
            Assert.That(trial.Recording!.Answers, Is.Not.Empty);
        return trial.Recording!;
    }

    private async Task<Trial> ReplayAsync(Recording recording, Arm arm) =>
        Passed(await _source.RunAsync(Scenario(), new Experiment(1, arm, recording), CancellationToken.None));

    private Scenario Scenario() => A.Scenario(
        _site.Uri,
        A.Goto() with { Expect = _site.Body.Contains("serviceWorker", StringComparison.Ordinal) ? new Expectation { Title = "ready" } : null },
        A.Click("#go", A.Text("done")));

    private static Trial Passed(Trial trial)
    {
        Assert.That(trial.Evidence.Steps[1].Failure, Is.Null);
        Assert.That(trial.Evidence.Steps[1].Status, Is.EqualTo(StepStatus.Passed), trial.Evidence.Failure?.Message);
        return trial;
    }

    /// <summary>What reached a server of the step itself: the page and what it loads by itself comes before.</summary>
    private string[] Reached() => [.. _site.Hits.Keys.Where(k => !k.EndsWith(" /", StringComparison.Ordinal)
        && !k.EndsWith(".js", StringComparison.Ordinal) && !k.EndsWith("favicon.ico", StringComparison.Ordinal))];

    private static double ResponseOf(Trial trial) => Derivation.Of(
        new RunRecord { RunId = "r", Scenario = "test", StartedAt = DateTimeOffset.UnixEpoch }, trial.Evidence).Steps[1].Interactions[0].Response!.Ms;
}
