using Microsoft.AspNetCore.Builder;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Inputs that nothing reacts to, and inputs that look so.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class LostInputTests
{
    private const string Button = "<button id=buy>Buy</button>";

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TestCase("buy.addEventListener('click', () => buy.textContent = 'bought')", TestName = "AClickBeforeTheElementsOwnListenerCameIsToldAsLost")]
    [TestCase("document.body.addEventListener('click', () => buy.textContent = 'bought')", TestName = "AClickBeforeADelegatedListenerCameIsToldAsLost")]
    [TestCase("buy.outerHTML = '<button id=buy onclick=\"this.textContent = 1\">Buy</button>'", TestName = "AClickOnAnElementThatIsPutThereAnewIsToldAsLost")]
    public async Task AClickBeforeTheScriptsIsToldAsLost(string script)
    {
        await using var site = await LateSite.AfterAPressAsync(Button, script);
        var record = await ClickAsync(site, "#buy");

        Assert.That(record.Failure!.Kind, Is.EqualTo(FailureKind.Expectation));
        Assert.That(record.Failure.Message, Does.Contain("nothing listened to this click: the page was not interactive yet, its scripts ended"));
        var lost = record.Steps[1].Interactions.Single().Lost!;
        Assert.That(lost.ScriptsEndedMs, Is.GreaterThan(0));
        Assert.That(lost.HeardMs, Is.GreaterThanOrEqualTo(lost.ScriptsEndedMs!));
    }

    [Test]
    public async Task AnElementThatNothingEverListensToIsNamed()
    {
        await using var site = await TestSite.OfAsync("<div id=plain>Buy</div>");
        var record = await ClickAsync(site, "#plain");

        Assert.That(record.Failure!.Message, Does.Contain("; nothing in the page listens to clicks on #plain; waiting would not help: another element is meant"));
        Assert.That(record.Steps[1].Interactions.Single().Lost, Is.EqualTo(new LostInput()));
    }

    [Test]
    public async Task AKeyThatNothingListensToIsToldToo()
    {
        await using var site = await TestSite.OfAsync("<div id=plain>Buy</div>");
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), Failing(A.Do(StepAction.Press, null, "j"))));

        Assert.That(record.Failure!.Message, Does.Contain("; nothing in the page listens to keys on body; "));
    }

    [Test]
    public async Task AClickThatNothingExpectsAnythingOfIsLostAllTheSame()
    {
        await using var site = await TestSite.OfAsync("<div id=plain>Buy</div>");
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("#plain")));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed));
        Assert.That(record.Steps[1].Interactions.Single().Lost, Is.Not.Null);
    }

    [TestCase("<button id=it onclick='window.x = 1'>go</button>", TestName = "AnAttributeListens")]
    [TestCase("<button id=it>go</button><script>it.onclick = () => {}</script>", TestName = "APropertyListens")]
    [TestCase("<button id=it><b>go</b></button><script>document.addEventListener('click', () => {})</script>", TestName = "TheDocumentListens")]
    [TestCase("<button id=it>go</button><script>window.addEventListener('click', () => {}, true)</script>", TestName = "TheWindowListens")]
    [TestCase("<button id=it>go</button><script>it.addEventListener('pointerdown', () => {})</script>", TestName = "APressIsListenedTo")]
    [TestCase("<button id=it>go</button><script>it.addEventListener('click', () => it.dataset.x = 1, { once: true })</script>", TestName = "AListenerThatRemovesItselfHasChangedSomething")]
    [TestCase("<button id=it>go</button><script>it.onclick = e => e.stopImmediatePropagation()</script>", TestName = "AListenerStopsTheEvent")]
    [TestCase("<a id=it href=#there>go</a>", TestName = "ALinkIsFollowed")]
    [TestCase("<form action=/#sent><button id=it>go</button></form>", TestName = "AFormIsSent")]
    [TestCase("<label id=it>Gift <input type=checkbox></label>", TestName = "ABoxIsTicked")]
    [TestCase("<input id=it>", TestName = "AFieldIsFocused")]
    [TestCase("<details><summary id=it>more</summary>text</details>", TestName = "ASummaryOpens")]
    [TestCase("<div id=host></div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<button id=it>go</button>'; host.onclick = () => {}</script>", TestName = "AShadowTreesHostListens")]
    public async Task WhatReactsIsNotToldAsLost(string body)
    {
        await using var site = await TestSite.OfAsync(body);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("#it")));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions[^1].Lost, Is.Null);
    }

    [Test]
    public async Task OfAFrameNothingIsSaidSinceNothingIsKnown()
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<iframe src=/frame></iframe>"));
            app.MapGet("/frame", () => TestSite.Page("<div id=it>go</div>"));
        });
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("iframe >> internal:control=enter-frame >> #it")));

        Assert.That(record.Steps[1].Interactions.Single().Lost, Is.Null);
    }

    private Task<RunRecord> ClickAsync(TestSite site, string selector) => _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), Failing(A.Click(selector))));

    /// <summary>Long enough for a late script.</summary>
    private static Step Failing(Step step) => step with { Expect = A.Text("never to be seen"), Timeout = TimeSpan.FromSeconds(5) };
}
