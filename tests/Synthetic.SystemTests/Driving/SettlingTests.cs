using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Results that fade or slide in: when they are seen, and when they have come to rest.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class SettlingTests
{
    private const string Open = "<button id=go onclick=\"document.body.insertAdjacentHTML('beforeend', '<div id=dialog role=dialog><b>Saved</b></div>')\">go</button>";

    /// <summary>An animation counts from the beginning of the frame that starts it, which on a busy machine may lie well before the input that the frame then handles.</summary>
    private const int FrameBefore = 100;

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void OpenRig() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    private static readonly Expectation[] Ways =
    [
        new() { Visible = A.Css("#dialog") },
        new() { Text = "Saved" },
        new() { Visible = new Locator(LocatorKind.Role, "dialog") },
    ];

    [TestCaseSource(nameof(Ways))]
    public async Task WhatFadesInIsSeenOnceItIsNoLongerTransparent(Expectation way)
    {
        var response = await ResponseAsync("#dialog { animation: fade 300ms 400ms both } @keyframes fade { from { opacity: 0 } }", way);

        Assert.That(response.Ms, Is.GreaterThan(400 - FrameBefore).And.LessThan(response.SettledMs!), "after its delay, before its end");
        Assert.That(response.SettledMs, Is.GreaterThan(700 - FrameBefore));
        var motion = response.Motions!.Single();
        Assert.That((motion.What, motion.Target), Is.EqualTo(("animation fade", "#dialog")));
        Assert.That(response.Timeline.Where(s => s.Kind == SegmentKind.Idle).Select(s => s.Detail), Has.Some.Contains("animation fade on #dialog"));
    }

    [Test]
    public async Task WhatSlidesInFromOffTheScreenIsSeenOnceItIsThere()
    {
        var response = await ResponseAsync(
            "#dialog { position: fixed; width: 100px; left: 10px; animation: slide 800ms linear both } @keyframes slide { 0%, 50% { transform: translateX(-300px) } }", Ways[0]);

        Assert.That(response.Ms, Is.GreaterThan(400 - FrameBefore).And.LessThan(response.SettledMs!), "not while it is left of the window");
        Assert.That(response.SettledMs, Is.GreaterThan(800 - FrameBefore));
    }

    [Test]
    public async Task WhatSlidesOutOfSomethingThatCutsItOffIsSeenOnceItIsThere()
    {
        var page = $$"""
            <style>#box { overflow: hidden; width: 200px; height: 50px } #dialog { transform: translateY(100px); transition: transform 300ms 400ms linear } .open #dialog { transform: none }</style>
            <div id=box><div id=dialog>Saved</div></div><button id=go onclick="box.className = 'open'">go</button>
            """;
        var response = await ResponseOfAsync(page, Ways[0]);

        Assert.That(response.Ms, Is.GreaterThan(400 - FrameBefore).And.LessThan(response.SettledMs!));
        Assert.That(response.Motions!.Single().What, Is.EqualTo("transition transform"));
    }

    [Test]
    public async Task WhatIsBelowTheFoldIsSeenAsItCanBeScrolledTo()
    {
        var response = await ResponseAsync("#dialog { position: absolute; top: 3000px }", Ways[0]);

        Assert.That(response.SettledMs, Is.Null);
        Assert.That(response.Motions, Is.Null);
    }

    [TestCase("#dialog { opacity: 0 }")]
    [TestCase("#dialog { position: absolute; left: -500px; width: 100px }")]
    public async Task WhatStaysTransparentOrOutOfSightCountsAsItAlwaysDid(string style) =>
        Assert.That((await ResponseAsync(style, Ways[0])).Source, Is.EqualTo(ResponseSource.Expectation));

    [TestCaseSource(nameof(Ways))]
    public async Task SettledEndsTheResponseWhereItComesToRest(Expectation way)
    {
        const string Style = "#dialog { animation: grow 400ms both } @keyframes grow { from { transform: scale(0.5) } }";
        var first = await ResponseAsync(Style, way);
        var settled = await ResponseAsync(Style, way with { Settled = true });

        Assert.That(first.Ms, Is.LessThan(first.SettledMs!));
        Assert.That(settled.Ms, Is.EqualTo(settled.SettledMs).And.GreaterThan(400 - FrameBefore));
        Assert.That(settled.Timeline[^1].Detail, Is.EqualTo("seen, and not at rest yet: animation grow on #dialog"));
        Assert.That(settled.Timeline.Sum(s => s.Ms), Is.EqualTo(settled.Ms).Within(0.1));
    }

    [Test]
    public async Task WhatFollowsOnAnAnimationBelongsToIt()
    {
        var response = await ResponseAsync(
            "#dialog { animation: in 200ms both, pulse 300ms 200ms both } @keyframes in { from { transform: scale(0.9) } } @keyframes pulse { from { color: red } }", Ways[0] with { Settled = true });

        Assert.That(response.Motions!.Select(m => m.What), Is.EquivalentTo(new[] { "animation in", "animation pulse" }));
        Assert.That(response.Ms, Is.GreaterThan(500 - FrameBefore));
    }

    [Test]
    public async Task WhatNeverEndsIsNotWaitedFor()
    {
        var response = await ResponseAsync("#dialog { animation: turn 1s linear infinite } @keyframes turn { to { transform: rotate(360deg) } }", Ways[0] with { Settled = true });

        Assert.That(response.SettledMs, Is.Null);
    }

    [Test]
    public async Task AScriptsAnimationIsNamedToo()
    {
        var page = """
            <div id=dialog hidden>Saved</div>
            <button id=go onclick="dialog.hidden = false; dialog.animate([{ marginLeft: '50px' }, { marginLeft: 0 }], { duration: 1500, id: 'arrive' })">go</button>
            """;
        var response = await ResponseOfAsync(page, Ways[0]);

        Assert.That(response.Motions!.Single().What, Is.EqualTo("animation arrive"));
        Assert.That(response.SettledMs, Is.GreaterThan(1500 - FrameBefore));
    }

    private Task<ResponseWindow> ResponseAsync(string style, Expectation expect) => ResponseOfAsync($"<style>{style}</style>{Open}", expect);

    private async Task<ResponseWindow> ResponseOfAsync(string page, Expectation expect)
    {
        await using var site = await TestSite.OfAsync(page);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("#go", expect)));
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        return record.Steps[1].Interactions.Single().Response!;
    }
}
