using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Steps that wait until the page can react, on pages that start up as frameworks do.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class ReadyTests
{
    private const string Prerendered = "<div id=root><button id=buy>Buy</button></div>";

    /// <summary>As React: one listener on the root container, which finds the handler by the element.</summary>
    private const string React = """
        for (const type of ['click', 'input', 'keydown'])
          for (const capture of [true, false])
            root.addEventListener(type, e => { if (!capture && e.type === 'click' && e.target.id === 'buy') setTimeout(() => buy.textContent = 'bought', 50); }, capture);
        """;

    /// <summary>As Blazor: the document listens, from the first component on that handles the event.</summary>
    private const string Blazor = "document.addEventListener('click', e => { if (e.target.id === 'buy') setTimeout(() => buy.textContent = 'bought', 50); });";

    /// <summary>As Angular: each element has its own, added while the page is taken over.</summary>
    private const string Angular = "buy.addEventListener('click', () => setTimeout(() => buy.textContent = 'bought', 50));";

    /// <summary>As Blazor with a server that renders anew: other elements take the place of what was there.</summary>
    private const string Replaced = "root.innerHTML = '<button id=buy onclick=\"setTimeout(() => this.textContent = `bought`, 50)\">Buy</button>';";

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TestCase(React, PageReadiness.Listeners)]
    [TestCase(Blazor, PageReadiness.Listeners)]
    [TestCase(Angular, PageReadiness.Listeners)]
    [TestCase(Replaced, PageReadiness.Listeners)]
    [TestCase(React, PageReadiness.Quiet)]
    [TestCase(Blazor, PageReadiness.Quiet)]
    [TestCase(Angular, PageReadiness.Quiet)]
    [TestCase(Replaced, PageReadiness.Quiet)]
    public async Task AClickThatWaitsForThePageIsAnsweredAndTheWaitIsNoPartOfTheResponse(string framework, PageReadiness ready)
    {
        await using var site = await LateSite.OfAsync(Prerendered, framework);
        var record = await RunAsync(site, Buy with { Ready = ready });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        var step = record.Steps[1];
        Assert.That(step.Interactions.Single().Lost, Is.Null);
        Assert.That(step.ReadyMs, Is.GreaterThan(step.Interactions.Single().Response!.Ms));
        Assert.That(step.Requests.Where(r => r.Url.EndsWith("/app.js", StringComparison.Ordinal)).Select(r => r.StartMs), Is.All.Negative, "it was asked for before the input");
    }

    [Test]
    public async Task TheFirstPageOfARunMayWaitForAQuietOne()
    {
        await using var site = await TestSite.OfAsync("<p>Here</p>");
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto() with { Ready = PageReadiness.Quiet, Expect = A.Text("Here") }));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task WithoutReadyNothingIsWaitedFor()
    {
        await using var site = await LateSite.AfterAPressAsync(Prerendered, React);
        var record = await RunAsync(site, Buy with { Timeout = TimeSpan.FromSeconds(2) });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(record.Steps[1].ReadyMs, Is.Null);
    }

    /// <summary>An early listener that is not the one: analytics, or the click listener for links of Blazor's enhanced navigation.</summary>
    [Test]
    public async Task AnEarlyListenerOfSomebodyElseIsTakenForThePagesOwnUnlessQuietIsWaitedFor()
    {
        const string Page = Prerendered + "<script>document.addEventListener('click', () => {})</script>";
        await using var pressed = await LateSite.AfterAPressAsync(Page, React);
        await using var late = await LateSite.OfAsync(Page, React);
        var listeners = await RunAsync(pressed, Buy with { Ready = PageReadiness.Listeners, Timeout = TimeSpan.FromSeconds(2) });
        var quiet = await RunAsync(late, Buy with { Ready = PageReadiness.Quiet });

        Assert.That(listeners.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(quiet.Status, Is.EqualTo(RunStatus.Passed), quiet.Failure?.Message);
    }

    [Test]
    public async Task ALinkNeedsNoListener()
    {
        await using var site = await TestSite.OfAsync("<a id=buy href='#bought'>Buy</a>");
        var record = await RunAsync(site, A.Click("#buy", new() { Url = "/#bought" }) with { Ready = PageReadiness.Listeners });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task AModuleThatLoadsAnotherIsWaitedForToItsEnd()
    {
        await using var site = await LateSite.OfAsync(Prerendered, $"import('data:text/javascript,' + encodeURIComponent(`{Angular}`))");
        var record = await RunAsync(site, Buy with { Ready = PageReadiness.Quiet });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task APageThatIsBusyAgainAndAgainIsNotQuiet()
    {
        await using var site = await TestSite.OfAsync(Prerendered + """
            <script>setInterval(() => { for (const end = performance.now() + 120; performance.now() < end;); }, 250)</script>
            """);
        var record = await RunAsync(site, Buy with { Ready = PageReadiness.Quiet, Timeout = TimeSpan.FromSeconds(2) });

        Assert.That(record.Failure!.Kind, Is.EqualTo(FailureKind.Timeout));
        Assert.That(record.Failure.Message, Does.Contain("did not become quiet"));
    }

    [Test]
    public async Task APageThatNeverListensSaysSo()
    {
        await using var site = await TestSite.OfAsync(Prerendered);
        var record = await RunAsync(site, Buy with { Ready = PageReadiness.Listeners, Timeout = TimeSpan.FromSeconds(1) });

        Assert.That(record.Failure!.Message, Does.StartWith("the page was not ready: nothing listened to click events on #buy within 1 s"));
        Assert.That(record.Steps[1].Interactions, Is.Empty);
    }

    [Test]
    public async Task AnElementThatIsNotThereIsToldAsThat()
    {
        await using var site = await TestSite.OfAsync("nothing");
        var record = await RunAsync(site, Buy with { Ready = PageReadiness.Listeners, Timeout = TimeSpan.FromSeconds(1) });

        Assert.That(record.Failure!.Message, Does.StartWith("#buy was not there"));
    }

    private static Step Buy => A.Click("#buy", A.Text("bought"));

    private Task<RunRecord> RunAsync(TestSite site, Step step) => _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), step));
}
