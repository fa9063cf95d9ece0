using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Every action and every expectation, on pages that are not the shop's.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class ActionTests
{
    private const string Form = """
        <label>Name <input id=name placeholder="Your name"></label>
        <select id=size><option>S</option><option>M</option></select>
        <label><input type=checkbox id=gift> Gift</label>
        <input type=file id=file>
        <div id=menu style="width:50px;height:20px" onmouseover="log('hover')">menu</div>
        <button data-testid=buy onclick="log('click')" ondblclick="log('dblclick')">Buy</button>
        <p id=spinner>Loading</p>
        <div style="height:3000px"></div><p id=bottom>bottom</p>
        <pre id=log></pre>
        <script>
          function log(s) { document.getElementById('log').append(s + ';'); }
          for (const e of ['input', 'change', 'keydown'])
            document.addEventListener(e, x => log(e + ':' + (x.key ?? x.target.value)));
          document.addEventListener('scroll', () => log('scroll'), { once: true });
        </script>
        """;

    private Rig _rig = null!;

    [OneTimeSetUp]
    public void Open() => _rig = new Rig();

    [OneTimeTearDown]
    public async Task Close() => await _rig.DisposeAsync();

    [TestCase(StepAction.Fill, "#name", "Ada", "input:Ada;", 0)]
    [TestCase(StepAction.Type, "#name", "Ada", "keydown:d;input:Ad;", 3)]
    [TestCase(StepAction.Press, "#name", "Enter", "keydown:Enter;", 1)]
    [TestCase(StepAction.Select, "#size", "M", "change:M;", 0)]
    [TestCase(StepAction.Check, "#gift", null, "change:on;", 1)]
    [TestCase(StepAction.Hover, "#menu", null, "hover;", 0)]
    [TestCase(StepAction.Click, "[data-testid=buy]", null, "click;", 1)]
    [TestCase(StepAction.Dblclick, "[data-testid=buy]", null, "dblclick;", 2)]
    [TestCase(StepAction.Scroll, "#bottom", null, "scroll;", 0)]
    public async Task AnActionDoesWhatItSaysAndItsInteractionsAreAllSeen(
        StepAction action, string selector, string? value, string logged, int interactions)
    {
        var step = A.Do(action, selector, value is null ? [] : [value]) with { Expect = A.Text(logged) };
        var record = await RunAsync(step);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions, Has.Count.EqualTo(interactions));
        Assert.That(record.Coverage, Is.EqualTo(new Coverage(interactions, interactions, 0, 0)));
    }

    [Test]
    public async Task UncheckUploadKeysReloadAndBackWorkToo()
    {
        var file = Path.GetTempFileName();
        var record = await RunAsync(
            A.Do(StepAction.Check, "#gift"),
            A.Do(StepAction.Uncheck, "#gift"),
            A.Do(StepAction.Upload, "#file", file) with { Expect = A.Text(Path.GetFileName(file)) },
            A.Do(StepAction.Press, null, "Tab") with { Expect = A.Text("keydown:Tab;") },
            new Step { Index = 0, Name = "down", Action = StepAction.Scroll, ScrollBy = 400, Expect = A.Text("scroll;") },
            A.Do(StepAction.WaitFor, "#log"),
            A.Do(StepAction.Reload, null),
            A.Goto("/#there"),
            A.Do(StepAction.Back, null) with { Expect = new() { Title = "Test" } });
        File.Delete(file);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [TestCase(LocatorKind.Role, "button", "Buy")]
    [TestCase(LocatorKind.TestId, "buy", null)]
    [TestCase(LocatorKind.Text, "Buy", null)]
    [TestCase(LocatorKind.Label, "Gift", null)]
    [TestCase(LocatorKind.Placeholder, "Your name", null)]
    [TestCase(LocatorKind.Selector, "css=#menu", null)]
    public async Task EveryFormOfLocatorFindsItsElement(LocatorKind kind, string value, string? name)
    {
        var record = await RunAsync(A.Click("") with { Target = new Locator(kind, value, name) });
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [TestCase("text", "document.body.append('the text')")]
    [TestCase("visible", "document.body.insertAdjacentHTML('beforeend', '<p id=seen>seen</p>')")]
    [TestCase("revealed", "later.hidden = false")]
    [TestCase("hidden", "spinner.remove()")]
    [TestCase("title", "document.title = 'Finished'")]
    [TestCase("url", "history.pushState(null, '', '/finished')")]
    public async Task AResponseEndsWithThePaintOfWhateverTheStepExpects(string expectation, string change)
    {
        // The page takes the time itself, and tells it in a dialog, which the record notes.
        await using var site = await TestSite.OfAsync($$"""
            <button>go</button><p id=spinner>Loading</p><p id=later hidden>later</p>
            <script>
              document.querySelector('button').onclick = e => setTimeout(() => {
                {{change}};
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
        var expect = expectation switch
        {
            "text" => A.Text("the text"),
            "visible" => new() { Visible = A.Css("#seen") },
            "revealed" => new() { Visible = A.Css("#later") },
            "hidden" => new() { Hidden = A.Css("#spinner") },
            "title" => new() { Title = "Finished" },
            _ => new Expectation { Url = "/finished" },
        };
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", expect), A.Do(StepAction.WaitFor, "html[data-told]")));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        var response = record.Steps[1].Interactions.Single().Response!;
        var told = record.Steps.SelectMany(s => s.Incidents ?? []).Single(i => i.Kind == "dialog").Text;
        var truth = double.Parse(told.Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.That(response.Source, Is.EqualTo(ResponseSource.Expectation));
        Assert.That(response.Ms, Is.EqualTo(truth).Within(50), "two readings of one paint in one page, three frames apart at most");
    }

    [Test]
    public async Task AnImageShowsWhenItHasCome()
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<button onclick=\"document.body.insertAdjacentHTML('beforeend', '<img id=im src=/late.svg>')\">go</button>"));
            app.MapGet("/late.svg", async () =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
                return TypedResults.Content("<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'/>", "image/svg+xml");
            });
        });
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", new() { Visible = A.Css("#im") })));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Steps[1].Interactions.Single().Response!.Ms, Is.GreaterThan(390));
    }

    [Test]
    public async Task AMessageThatIsGoneAgainWasSeenAllTheSame()
    {
        await using var site = await TestSite.OfAsync("""
            <button>go</button><p id=toast hidden>saved</p>
            <script>
              document.querySelector('button').onclick = () => {
                toast.hidden = false;
                setTimeout(() => toast.remove(), 600);
              };
            </script>
            """);
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("button", new() { Visible = A.Css("#toast") })));
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
    }

    [TestCase("same", "<iframe src=/frame></iframe>")]
    public async Task AnInteractionInsideAFrameIsSeen(string _, string body)
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page(body));
            app.MapGet("/frame", () => TestSite.Page("<button onclick=\"this.textContent='done'\">go</button>"));
        });
        var step = A.Click("iframe >> internal:control=enter-frame >> button",
            new() { Visible = A.Css("iframe >> internal:control=enter-frame >> text=done") });
        var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), step));

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Coverage, Is.EqualTo(new Coverage(1, 1, 0, 0)));
        Assert.That(record.Steps[1].Interactions.Single().Response, Is.Not.Null);
    }

    [Test]
    public async Task APhoneTaps()
    {
        await using var site = await TestSite.OfAsync("<button ontouchstart=\"\" onclick=\"this.textContent='done ' + innerWidth\">go</button>");
        var scenario = A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done"))) with
        {
            Device = new Device { Name = "iPhone 13" },
        };
        var record = await _rig.RunAsync(scenario);

        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed), record.Failure?.Message);
        Assert.That(record.Coverage, Is.EqualTo(new Coverage(1, 1, 0, 0)));
    }

    [Test]
    public async Task FastNavigationsLoseNoClick()
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<a href=/next>next</a>"));
            app.MapGet("/next", () => TestSite.Page("arrived"));
        });
        for (var i = 0; i < 10; i++)
        {
            var record = await _rig.RunAsync(A.Scenario(site.Uri, A.Goto(), A.Click("a", A.Text("arrived"))));
            Assert.That(record.Coverage, Has.Property(nameof(Coverage.Driven)).EqualTo(1).And.Property(nameof(Coverage.Missed)).Zero);
            Assert.That(record.Steps[1].Interactions.Single().Response, Is.Not.Null);
        }
    }

    [Test]
    public async Task ThrottlingSlowsThePage()
    {
        await using var site = await TestSite.OfAsync(
            "<button onclick=\"fetch('/').then(r => r.text()).then(() => this.textContent = 'done')\">go</button>");
        var scenario = A.Scenario(site.Uri, A.Goto(), A.Click("button", A.Text("done")));
        var plain = await _rig.RunAsync(scenario);
        var slow = await _rig.RunAsync(scenario with { Throttle = new Throttle { Latency = TimeSpan.FromMilliseconds(500) } });

        Assert.That(Response(slow), Is.GreaterThan(Response(plain) + 400));

        static double Response(RunRecord record) => record.Steps[1].Interactions.Single().Response!.Ms;
    }

    private async Task<RunRecord> RunAsync(params Step[] steps)
    {
        await using var site = await TestSite.OfAsync(Form);
        return await _rig.RunAsync(A.Scenario(site.Uri, [A.Goto(), .. steps]));
    }
}
