using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>What the page itself finds of what a step expects, and what only the driver does.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class WatchingTests
{
    private const string InDeclaredShadow = "<div><template shadowrootmode=open><p>done</p></template></div>";

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TestCase("<p>Is <b>DO</b>ne</p>", true, TestName = "Held_InParts")]
    [TestCase("<input type=button value=Done>", true, TestName = "Held_AsAButtonsValue")]
    [TestCase(InDeclaredShadow, true, TestName = "Held_InAShadowRootOfTheDocument")]
    [TestCase("<input value=done>", null, TestName = "Held_NotAsAFieldsValue")]
    [TestCase("<p>do ne</p>", null, TestName = "Held_NotWithABlank")]
    [TestCase("<p hidden>done</p>", null, TestName = "Held_NotOutOfSight")]
    [TestCase("<script>const done = 1</script>", null, TestName = "Held_NotInAScript")]
    public async Task ATextThatIsThereBeforeTheActionHasHeld(string there, bool? held)
    {
        var record = await RunAsync($"{there}<button onclick=\"setTimeout(() => out.textContent = 'done', 50)\">go</button><p id=out></p>");

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Evidence!.Steps[1].ExpectationHeld, Is.EqualTo(held));
    }

    [Test]
    public async Task ATextThatComesIntoAShadowRootOfTheDocumentIsSeen()
    {
        var record = await RunAsync(
            $"{InDeclaredShadow.Replace("done", "", StringComparison.Ordinal)}<button onclick=\"setTimeout(() => document.querySelector('div').shadowRoot.querySelector('p').textContent = 'done', 50)\">go</button>");

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task APageWhoseTextChangesAllTheTimeIsTimedByTheTextThatIsWaitedFor()
    {
        var record = await RunAsync(
            """
            <button>go</button><p id=tick></p><p id=out></p>
            <script>
              let n = 0;
              document.querySelector('button').onclick = () => {
                setInterval(() => tick.textContent = ++n, 20);
                setTimeout(() => out.textContent = 'do' + 'ne', 700);
              };
            </script>
            """);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        var response = record.Steps[1].Interactions.Single().Response!;
        Assert.That(response.Source, Is.EqualTo(ResponseSource.Expectation));
        Assert.That(response.Ms, Is.GreaterThanOrEqualTo(700));
    }

    [Test]
    public async Task WhatOnlyTheDriverFindsIsGoneOnlyWhenItIsGone()
    {
        var record = await RunAsync(
            """
            <button>go</button><div id=bar role=progressbar aria-valuenow=0>busy</div>
            <script>
              document.querySelector('button').onclick = () => {
                const moving = setInterval(() => bar.ariaValueNow = Number(bar.ariaValueNow) + 1, 50);
                setTimeout(() => { clearInterval(moving); bar.remove(); }, 700);
              };
            </script>
            """,
            new() { Hidden = new Locator(LocatorKind.Role, "progressbar") });

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Evidence!.Steps[1].ExpectationHeld, Is.Null);
        Assert.That(record.Steps[1].Interactions.Single().Response!.Ms, Is.GreaterThanOrEqualTo(700));
    }

    [Test]
    public async Task WhatAPageDoesRightAfterItsFrameIsInTheNextOne()
    {
        var record = await RunAsync(
            """
            <button>go</button><p id=out></p>
            <script>
              document.querySelector('button').onclick = () => {
                out.textContent = 'working';
                requestAnimationFrame(() => scheduler.postTask(() => {
                  out.textContent = 'done';
                  for (const until = performance.now() + 200; performance.now() < until;);
                }, { priority: 'user-blocking' }));
              };
            </script>
            """);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions.Single().Response!.Ms, Is.GreaterThanOrEqualTo(200));
    }

    [TestCase("class Event { constructor(day) { this.day = day.toISOString(); } }", TestName = "APageMayCallSomethingOfItsOwn_AnEvent")]
    [TestCase("const Element = { fire: 1 }", TestName = "APageMayCallSomethingOfItsOwn_AnElement")]
    [TestCase("function getComputedStyle(id) { return document.getElementById(id).style }", TestName = "APageMayCallSomethingOfItsOwn_AComputedStyle")]
    [TestCase("Element.prototype.getAnimations = document.createTreeWalker = () => { throw new Error('mine') }", TestName = "APageMayCallSomethingOfItsOwn_WhatThrows")]
    public async Task APageMayCallSomethingOfItsOwn(string script)
    {
        var record = await RunAsync($"<script>{script}</script><button onclick=\"this.textContent = 'done'\">go</button>");

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task AStepsBeginMakesNoElementThroughThePage()
    {
        var record = await RunAsync(
            """
            <button onclick="this.textContent = called ? 'called' : 'done'">go</button>
            <script>
              let called = false;
              const make = document.createElement;
              document.createElement = function (...args) { called = true; return make.apply(this, args); };
            </script>
            """);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [Test]
    public async Task ATextOfWhichOnlyAPartChangesIsSeen()
    {
        var record = await RunAsync("<button onclick=\"setTimeout(() => n.textContent = 'do', 50)\">go</button><p>It is <b id=n>un</b>ne</p>");

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    private async Task<RunRecord> RunAsync(string body, Expectation? expect = null)
    {
        await using var site = await TestSite.OfAsync(body);
        return await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", expect ?? A.Text("done"))));
    }
}
