using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Synthetic.Core.Evidence;

namespace Synthetic.SystemTests.Driving;

/// <summary>What a step can do beside clicking and typing, as a file writes it.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(120_000)]
public sealed class DoingTests : SiteFixture
{
    private const string Page = """
        <style>#card, #area { width: 80px; height: 40px; background: #ddd } #target { width: 200px; height: 100px; background: #eee }</style>
        <div id=card draggable=true>card</div> <div id=target>target</div>
        <div id=area tabindex=0>area</div> <div id=knob style="position:absolute;left:400px;top:10px;width:20px;height:20px;background:red"></div>
        <input id=q value="old"> <input id=key> <input type=file id=file> <div id=menu>menu <a id=export hidden href="#x">Export</a></div>
        <button id=ask>ask</button> <button id=pop>open</button> <button id=more>more</button> <p id=log></p>
        <script>
          const log = s => document.getElementById('log').append(s + ';');
          card.ondragstart = e => e.dataTransfer.setData('text', 'card');
          target.ondragover = e => e.preventDefault();
          target.ondrop = e => { e.preventDefault(); log('dropped ' + e.dataTransfer.getData('text')); };
          knob.onpointerdown = e => { knob.setPointerCapture(e.pointerId); const from = e.clientX; knob.onpointerup = u => log('moved ' + (u.clientX - from)); };
          area.oncontextmenu = e => { e.preventDefault(); log('menu'); };
          area.onauxclick = e => log('button ' + e.button);
          area.onclick = e => log(`click ${e.shiftKey ? 'shift ' : ''}${e.offsetX},${e.offsetY}`);
          area.ontouchstart = () => log('touch');
          key.onkeydown = e => log('down ' + e.key); key.onkeyup = e => log('up ' + e.key);
          q.oninput = () => log('q=' + q.value);
          file.onchange = async () => log([...file.files].map(f => f.name + ' ' + f.type).join() + ' ' + await file.files[0].text());
          menu.onmouseenter = () => document.getElementById('export').hidden = false;
          document.getElementById('export').onclick = () => log('exported');
          ask.onclick = () => log('asked ' + (confirm('sure?') ? prompt('name', 'none') : 'no'));
          pop.onclick = () => window.open('/popup', '_blank');
          let left = 3;
          more.onclick = () => { log('more'); if (!--left) more.remove(); };
        </script>
        """;

    protected override void Map(WebApplication app)
    {
        app.MapGet("/", () => TestSite.Page(Page));
        app.MapGet("/popup", () => TestSite.Page("<button onclick='setTimeout(() => done.textContent = `paid`, 50)'>Pay</button><p id=done></p>"));
    }

    [TestCase("""{ "drag": { "from": "#card", "to": "#target" }, "expect": { "text": "dropped card;" } }""")]
    [TestCase("""{ "drag": { "from": "#knob", "by": { "x": 60, "y": 0 } }, "expect": { "text": "moved 60;" } }""")]
    [TestCase("""{ "click": "#area", "button": "right", "expect": { "text": "menu;" } }""")]
    [TestCase("""{ "click": "#area", "button": "middle", "expect": { "text": "button 1;" } }""")]
    [TestCase("""{ "click": "#area", "modifiers": ["Shift"], "position": { "x": 5, "y": 6 }, "expect": { "text": "click shift 5,6;" } }""")]
    [TestCase("""{ "clear": "#q", "expect": { "text": "q=;" } }""")]
    [TestCase("""{ "click": "#key" }, { "keyDown": "Shift", "expect": { "text": "down Shift;" } }, { "keyUp": "Shift", "expect": { "text": "up Shift;" } }""")]
    [TestCase("""{ "upload": { "into": "#file", "value": { "name": "note.csv", "mimeType": "text/csv", "text": "a;b" } }, "expect": { "text": "note.csv text/csv a;b;" } }""")]
    [TestCase("""{ "actions": [{ "hover": "#menu" }, { "click": "#export" }], "expect": { "text": "exported;" } }""")]
    [TestCase("""{ "click": "#ask", "expect": { "text": "asked no;" } }""")]
    [TestCase("""{ "click": "#ask", "dialog": "accept", "expect": { "text": "asked none;" } }""")]
    [TestCase("""{ "click": "#ask", "dialog": { "text": "Ada" }, "expect": { "text": "asked Ada;" } }""")]
    [TestCase("""{ "click": "#more", "when": { "visible": "#more" }, "repeat": 5 }, { "waitFor": "#log", "expect": { "hidden": "#more", "text": "more;more;more;" } }""")]
    [TestCase("""{ "click": "#cookies", "optional": true, "timeout": "300ms" }, { "click": "#area", "expect": { "text": "click " } }""")]
    [TestCase("""{ "click": "#pop" }, { "click": "text=Pay", "in": "popup", "expect": { "text": "paid" } }, { "click": "#area", "expect": { "text": "click " } }""")]
    public async Task AStepDoesWhatItSays(string steps) => WrittenScenario.AssertPassed(await Rig.RunAsync(Site.Uri, steps));

    [Test]
    public async Task ATapIsATouch() => WrittenScenario.AssertPassed(await Rig.RunAsync(
        Site.Uri, """{ "tap": "#area", "expect": { "text": "touch;" } }""", """ "device": { "touch": true }, """));

    [Test]
    public async Task SharedStepsStandWhereTheirNameDoes()
    {
        var record = await Rig.RunAsync(
            Site.Uri, """{ "use": "twice" }, { "waitFor": "#log", "expect": { "text": "more;more;" } }""",
            file: """ "shared": { "twice": [ { "click": "#more" }, { "click": "#more" } ] }, """);
        WrittenScenario.AssertPassed(record);
        Assert.That(record.Steps.Select(step => step.Name), Is.EqualTo(new[] { "goto /", "click #more", "click #more (2)", "waitFor #log" }));
    }

    [Test]
    public async Task WhatWasLeftOutSaysWhy()
    {
        var record = await Rig.RunAsync(
            Site.Uri, """{ "click": "#cookies", "optional": true, "timeout": "300ms" }, { "click": "#more", "when": { "visible": "#nothing" } }, { "click": "#area" }""");
        WrittenScenario.AssertPassed(record);
        Assert.That(record.Steps.Select(step => step.Status), Is.EqualTo(new[] { StepStatus.Passed, StepStatus.Skipped, StepStatus.Skipped, StepStatus.Passed }));
        Assert.That(record.Steps[1].Incidents!.Single(one => one.Kind == "skipped").Text, Does.Contain("#cookies"));
        Assert.That(record.Steps[2].Incidents!.Single().Text, Is.EqualTo("#nothing was not visible"));
    }

    [Test]
    public async Task AResponseInAPopUpIsMeasuredThere()
    {
        var record = await Rig.RunAsync(Site.Uri, """{ "click": "#pop" }, { "click": "text=Pay", "in": "popup", "expect": { "text": "paid" } }""");
        WrittenScenario.AssertPassed(record);
        var response = record.Steps[2].Interactions.Single().Response!;
        Assert.That(response.Ms, Is.GreaterThanOrEqualTo(50));
        Assert.That(response.Source, Is.EqualTo(Core.Records.Timelines.ResponseSource.Expectation), JsonSerializer.Serialize(response));
    }

    [Test]
    public async Task NoPopUpToActInIsTheStepsFailure()
    {
        var record = await Rig.RunAsync(Site.Uri, """{ "click": "text=Pay", "in": "popup", "timeout": "500ms" }""");
        Assert.That(record.Failure!.Message, Does.StartWith("expected a pop-up or a tab"));
    }
}
