using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Whatever a step does, what it waits for is measured from its input, or from its begin where it has none.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class ActionResponseTests
{
    /// <summary>The first event is answered a while later.</summary>
    private const string Answering = """
        <input id=name> <select id=size><option>S</option><option>M</option></select> <input type=checkbox id=gift> <input type=checkbox id=wrap checked>
        <input type=file id=file> <div id=menu style="width:50px;height:20px">menu</div> <button id=buy>Buy</button>
        <pre id=log></pre><div style="height:3000px"></div><p id=bottom>bottom</p>
        <script>
          let answered = false;
          const answer = () => {
            if (answered) return;
            answered = true;
            setTimeout(() => log.textContent = 'answered', 150);
          };
          for (const type of ['input', 'change', 'click', 'keydown', 'scroll']) addEventListener(type, answer, true);
          menu.addEventListener('pointermove', answer);
        </script>
        """;

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TestCase(StepAction.Click, "#buy", null, null)]
    [TestCase(StepAction.Dblclick, "#buy", null, null)]
    [TestCase(StepAction.Press, "#name", "a", null)]
    [TestCase(StepAction.Type, "#name", "a", null)]
    [TestCase(StepAction.Check, "#gift", null, null)]
    [TestCase(StepAction.Uncheck, "#wrap", null, null)]
    [TestCase(StepAction.Fill, "#name", "Ada", ResponseStart.Input)]
    [TestCase(StepAction.Select, "#size", "M", ResponseStart.Input)]
    [TestCase(StepAction.Upload, "#file", "scenarios.json", ResponseStart.Input)]
    [TestCase(StepAction.Hover, "#menu", null, ResponseStart.Input)]
    [TestCase(StepAction.Scroll, "#bottom", null, ResponseStart.Action)]
    public async Task AnActionWithAnExpectationHasAResponse(StepAction action, string selector, string? value, ResponseStart? from)
    {
        await using var site = await TestSite.OfAsync(Answering);
        var file = Path.GetTempFileName();
        string[] values = action == StepAction.Upload ? [file] : value is null ? [] : [value];
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Do(action, selector, values) with { Expect = A.Text("answered") }));
        File.Delete(file);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Measured(record.Steps[1], from);
        Assert.That(record.Steps[1].LongestOfAll(WindowKind.Response)!.Ms, Is.GreaterThanOrEqualTo(149), "the page answers no sooner");
    }

    [Test]
    public async Task AWheelHasAResponseFromItsInput()
    {
        await using var site = await TestSite.OfAsync(Answering);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(),
            new Step { Index = 0, Name = "down", Action = StepAction.Scroll, ScrollBy = 400, Expect = A.Text("answered") }));

        Measured(record.Steps[1], ResponseStart.Input);
    }

    [Test]
    public async Task PagesThatAreOpenedHaveAResponseFromTheirAction()
    {
        await using var site = await TestSite.OfAsync(Answering);
        var menu = new Expectation { Visible = A.Css("#menu") };
        var record = await _rig.RunAsync(A.Scenario(site.Uri,
            A.Goto() with { Expect = menu },
            A.Do(StepAction.Reload, null) with { Expect = menu },
            A.Goto("/?second") with { Expect = menu },
            A.Do(StepAction.Back, null) with { Expect = menu }));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        foreach (var step in record.Steps)
        {
            Measured(step, ResponseStart.Action);
            Assert.That(step.Response!.Path, Is.Not.Empty, $"{step.Name} waited for its page");
        }
    }

    [Test]
    public async Task AFieldsResponseIsWhatThePageItselfCounts()
    {
        // The page takes the time itself, and tells it in a dialog, which the record notes.
        await using var site = await TestSite.OfAsync("""
            <input id=field>
            <script>
              field.oninput = e => setTimeout(() => {
                document.body.append('answered');
                requestAnimationFrame(() => {
                  const painted = new MessageChannel();
                  painted.port1.onmessage = () => {
                    const truth = performance.now() - e.timeStamp;
                    setTimeout(() => { alert(truth); document.documentElement.dataset.told = 1; }, 100);
                  };
                  painted.port2.postMessage(0);
                });
              }, 300);
            </script>
            """);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(),
            A.Do(StepAction.Fill, "#field", "Ada") with { Expect = A.Text("answered") }, A.Do(StepAction.WaitFor, "html[data-told]")));

        var told = record.Steps.SelectMany(s => s.Incidents ?? []).Single(i => i.Kind == "dialog").Text;
        var truth = double.Parse(told.Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.That(record.Steps[1].Response!.Ms, Is.EqualTo(truth).Within(50), "two readings of one paint in one page, three frames apart at most");
    }

    [Test]
    public async Task AFieldThatWaitsForItsServerBlamesIt()
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<input id=field><script>field.oninput = () => fetch('/slow').then(() => document.body.append('answered'))</script>"));
            app.MapGet("/slow", async (HttpContext http) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
                http.Response.Headers["Server-Timing"] = "db;dur=290";
                return TypedResults.Text("ok");
            });
        });
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Do(StepAction.Fill, "#field", "Ada") with { Expect = A.Text("answered") }));

        var culprit = record.Steps[1].Response!.Culprit!;
        Assert.That((culprit.Kind, culprit.Component), Is.EqualTo((CulpritKind.Backend, "db")));
        Assert.That(record.Steps[1].Response!.Timeline.Sum(s => s.Ms), Is.EqualTo(record.Steps[1].Response!.Ms).Within(0.1));
    }

    [Test]
    public async Task AnOptionThatLeadsToAnotherPageIsMeasuredToThatPage()
    {
        await using var site = await TestSite.OfAsync("""
            <select id=size onchange="location = '/?there'"><option>S</option><option>M</option></select>
            <script>if (location.search === '?there') document.body.append('arrived')</script>
            """);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Do(StepAction.Select, "#size", "M") with { Expect = A.Text("arrived") }));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Measured(record.Steps[1], ResponseStart.Input);
    }

    [Test]
    public async Task ABudgetThatCannotBeJudgedSaysWhy()
    {
        await using var site = await TestSite.OfAsync(Answering);
        Budget[] budgets = [new("inp", 200), new("response", 1000)];
        var record = await _rig.RunAsync(A.Scenario(site.Uri,
            A.Goto() with { Budgets = budgets },
            A.Do(StepAction.Fill, "#name", "Ada") with { Expect = new() { Visible = A.Css("#menu") }, Budgets = budgets },
            A.Do(StepAction.Fill, "#name", "Eve") with { Expect = A.Text("never to be seen"), Budgets = budgets, Timeout = TimeSpan.FromSeconds(1) },
            A.Click("#buy") with { Budgets = budgets }));

        string?[] reasons =
        [
            "no interaction: none came of this goto", "the step expects nothing",
            "no interaction: none came of this fill", "what the step expects was there before its action already",
            "the step failed", "the step failed",
            "the step was not reached", "the step was not reached",
        ];
        Assert.That(record.Budgets.Select(b => b.Reason), Is.EqualTo(reasons));
        Assert.That(record.Budgets.Select(b => b.Ok), Is.All.Null);
    }

    private static void Measured(StepResult step, ResponseStart? from)
    {
        var window = step.LongestOfAll(WindowKind.Response) as ResponseWindow;
        Assert.That(window, Is.Not.Null, $"{step.Name} has a response");
        Assert.That((window!.From, window.Source), Is.EqualTo((from, ResponseSource.Expectation)), step.Name);
        Assert.That(step.Response is null, Is.EqualTo(from is null), "told once");
    }
}
