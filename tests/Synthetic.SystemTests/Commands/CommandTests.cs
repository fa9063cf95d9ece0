using System.Text.Json;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Commands;

/// <summary>The commands from outside: arguments in, exit code, standard output and files out.</summary>
[Parallelizable]
[CancelAfter(180_000)]
public sealed class CommandTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("synthetic-test").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task TheDemoShowsWhereTheTimeOfPlaceOrderWent()
    {
        await using var demo = await Program.RunAsync("demo", "--once");

        Assert.That(demo.ExitCode, Is.Zero, demo.Errors);
        Assert.That(demo.Output, Does.Contain("Place order").And.Contain("INP").And.Contain("response"));
    }

    [Test]
    public async Task TheDriversCompiledCodeIsKeptForTheNextStart()
    {
        // Another test of this process may have started a driver, and so have set the variable.
        var environment = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = _folder, ["NODE_COMPILE_CACHE"] = "" };
        await using var demo = Program.Start(environment, "demo", "--once");
        await demo.EndAsync();

        Assert.That(demo.ExitCode, Is.Zero, demo.Errors);
        Assert.That(Directory.EnumerateFiles(Path.Combine(_folder, "synthetic", "driver-code"), "*", SearchOption.AllDirectories), Is.Not.Empty);
    }

    [Test]
    public async Task AFaultyDemoIsOneRecordOnStandardOutputAndNothingElse()
    {
        await using var demo = await Program.RunAsync("demo", "--once", "--fault", "db=400", "--json");

        var record = RunJson.Read(demo.Output.Trim());
        var order = record.Steps.Single(s => s.Name == "Place order").Interactions.Single();
        Assert.That(order.Response!.Culprit, Has.Property(nameof(Culprit.Kind)).EqualTo(CulpritKind.Backend)
            .And.Property(nameof(Culprit.Component)).EqualTo("db")
            .And.Property(nameof(Culprit.Share)).GreaterThan(0.5));
        Assert.That(order.Inp!.Culprit, Is.Null);
    }

    [Test]
    public async Task PlainScenarioFilesRunOnAnyPageAndASavedRecordExplainsItselfByteForByte()
    {
        await using var site = await TestSite.OfAsync(
            "<button onclick=\"fetch('/').then(r => r.text()).then(() => result.textContent = 'done')\">go</button><p id=result>");
        var config = Write("scenarios.json", $$"""
            { "scenarios": [ { "name": "plain", "baseUrl": "{{site.Uri}}", "steps": [
              { "goto": "/" },
              { "name": "Go", "click": { "role": "button", "name": "go" }, "expect": { "text": "done" } } ] } ] }
            """);
        await using var run = await Program.RunAsync("run", "--config", config, "--json", "--out", _folder);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(RunJson.Read(run.Output.Trim()).Steps[1].Interactions, Has.Count.EqualTo(1));

        var saved = Directory.GetFiles(_folder, "plain-*.json").Single();
        await using var json = await Program.RunAsync("explain", saved, "--json");
        Assert.That(json.Output, Is.EqualTo(await File.ReadAllTextAsync(saved)).And.EqualTo(run.Output));
        await using var text = await Program.RunAsync("explain", saved);
        Assert.That(text.Output, Does.Contain("Go").And.Contain("response"));
    }

    [Test]
    public async Task TenMistakesAreTenMessagesAndNothingStarts()
    {
        var config = Write("bad.json", """
            { "scenarios": [
              { "name": "a", "timeout": "0s", "steps": [ { "goto": "/" } ] },
              { "name": "b", "baseUrl": "ftp://x", "retries": 9, "steps": [ { "clik": "#x" } ] },
              { "name": "c", "baseUrl": "http://x", "schedule": { "every": "10" }, "steps": [ { "click": { "role": "buton" } } ] },
              { "name": "d", "baseUrl": "http://x", "budgets": { "ipn": "1s" }, "device": "Nokia 3310", "steps": [ { "goto": "/" } ] },
              { "name": "d", "baseUrl": "http://x", "script": "Nothing" } ] }
            """);
        await using var run = await Program.RunAsync("run", "--config", config, "--json");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
        TestContext.Out.WriteLine(run.Errors);
        var messages = run.Errors.Split('\n').Count(l => l.Contains("scenarios[", StringComparison.Ordinal));
        Assert.That(messages, Is.EqualTo(11), run.Errors);
        Assert.That(run.Errors, Does.Contain("click").And.Contain("inp"), "typos name the nearest known key");
    }

    [Test]
    public async Task HeadersAreReadAndLinted()
    {
        await using var read = await Program.RunAsync("server-timing", "db;dur=53.2, cache;desc=hit", "--json");
        Assert.That(JsonDocument.Parse(read.Output).RootElement.ToString(), Does.Contain("53.2"));
    }

    [Test]
    public async Task TheBrowsersPathIsItsOnlyOutput()
    {
        await using var browser = await Program.RunAsync("browser", "path");
        Assert.That(browser.Output.Trim(), Is.EqualTo(BrowserSetup.Browser.Path));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
