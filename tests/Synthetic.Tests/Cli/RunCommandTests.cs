using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Cli;

internal sealed class RunCommandTests
{
    [Test]
    public async Task AllScenariosRunWhereNoneIsNamed()
    {
        using var desk = new Desk();
        var code = await desk.RunAsync("run", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(code, Is.Zero);
        Assert.That(desk.Ran.Select(scenario => scenario.Name), Is.EqualTo(["place-order", "search"]));
        Assert.That(desk.Error, Is.EqualTo("place-order 1/2 passed: goto /\nplace-order 2/2 passed: Buy\nsearch 1/1 passed: goto /search\n"));
    }

    [Test]
    public async Task AnUnknownNameBringsTheNearestAndRunsNothing()
    {
        using var desk = new Desk();
        var code = await desk.RunAsync("run", "place-ordre", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That((code, desk.Opened), Is.EqualTo((2, 0)));
        Assert.That(desk.Error, Is.EqualTo("there is no scenario \"place-ordre\"; did you mean \"place-order\"? Known: place-order, search\n"));
    }

    [Test]
    public async Task AnUnknownNameNearNothingIsAWholeSentence()
    {
        using var desk = new Desk();
        await desk.RunAsync("run", "nope", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(desk.Error, Is.EqualTo("there is no scenario \"nope\". Known: place-order, search\n"));
    }

    [Test]
    public async Task AReportThatCannotBeWrittenIsSaidBeforeAnythingRuns()
    {
        using var desk = new Desk();
        var scenarios = desk.File("s.json", Desk.TwoScenarios);
        Assert.That(await desk.RunAsync("run", "--config", scenarios, "--junit", desk.Folder), Is.EqualTo(2));
        Assert.That(desk.Error, Is.EqualTo($"--junit must name a file; {desk.Folder} is a folder\n"));
        Assert.That(await desk.RunAsync("run", "--config", scenarios, "--junit", "/proc/nobody-writes-here.xml"), Is.EqualTo(3));
        Assert.That((desk.Out, desk.Opened), Is.EqualTo(("", 0)));
    }

    [Test]
    public async Task AnInvalidFileIsRefusedBeforeAnythingStarts()
    {
        using var desk = new Desk();
        var file = desk.File("s.json", "{ \"scenarios\": [ { \"nam\": \"x\" } ] }");
        Assert.That(await desk.RunAsync("run", "--config", file), Is.EqualTo(2));
        var run = desk.Error;
        Assert.That((desk.Out, desk.Opened), Is.EqualTo(("", 0)));
        Assert.That(run, Does.StartWith($"{file}:1:").And.Contains("scenarios[0].nam"));

        using var again = new Desk();
        Assert.That(await again.RunAsync("worker", "--config", file), Is.EqualTo(2));
        Assert.That(again.Error, Is.EqualTo(run));
    }

    [Test]
    public async Task JsonIsOneRecordALineAndNothingElse()
    {
        using var desk = new Desk();
        var code = await desk.RunAsync("run", "--json", "--repeat", "2", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(code, Is.Zero);
        var lines = desk.Out.TrimEnd('\n').Split('\n');
        Assert.That(lines.Select(line => RunJson.Read(line).Scenario), Is.EqualTo(["place-order", "place-order", "search", "search"]));
    }

    [Test]
    public async Task ATailThatOnlySeveralRunsShowIsSaidBelowTheirTable()
    {
        using var desk = new Desk();
        desk.Outcome = (_, _) => Look(desk.Ran.Count % 5 == 0 ? 600 : 100);
        await desk.RunAsync("run", "search", "--repeat", "10", "--config", desk.File("s.json", Desk.TwoScenarios));
        var table = desk.Out[desk.Out.IndexOf("10 runs:", StringComparison.Ordinal)..];
        Assert.That(table, Does.Contain("\n    +  saves about 395 ms: Send GET shop.example/api/price a second time"));
        Assert.That(table.IndexOf("response", StringComparison.Ordinal), Is.LessThan(table.IndexOf("saves", StringComparison.Ordinal)));

        using var few = new Desk();
        few.Outcome = (_, _) => Look(few.Ran.Count % 5 == 0 ? 600 : 100);
        await few.RunAsync("run", "search", "--repeat", "7", "--config", few.File("s.json", Desk.TwoScenarios));
        Assert.That(few.Out, Does.Not.Contain("saves"));

        static RunEvidence Look(double ms) =>
            new EvidenceBuilder().Clicks().Fetches(6, ms, $"db;dur={ms - 5}", url: EvidenceBuilder.Page + "api/price", method: "GET").Shows(ms + 20).Build();
    }

    [Test]
    public async Task AKeptRecordHasTheBytesThatJsonPrintsAndASafeName()
    {
        using var desk = new Desk();
        var folder = Path.Combine(desk.Folder, "records");
        await desk.RunAsync("run", "search", "--json", "--out", folder, "--config", desk.File("s.json", Desk.TwoScenarios));
        var file = Directory.GetFiles(folder).Single();
        Assert.That(File.ReadAllText(file), Is.EqualTo(desk.Out));
        Assert.That(Path.GetFileName(file), Is.EqualTo($"search-{RunJson.Read(desk.Out).RunId}.json"));
    }

    [TestCase("../../etc/passwd", "etc-passwd-id.json")]
    [TestCase("..", "run-id.json")]
    [TestCase("a b:c\u0000\u001b", "a-b-c---id.json")]
    public void AScenariosNameCannotLeaveTheFolder(string scenario, string file) =>
        Assert.That(
            Worker.Cli.RecordFile.Name(Terminal.SampleRecords.Empty(scenario) with { RunId = "id" }), Is.EqualTo(file));

    [Test]
    public async Task TheBeginningOfANameBringsTheWholeOfIt()
    {
        using var desk = new Desk();
        await desk.RunAsync("run", "place", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(desk.Error, Is.EqualTo("there is no scenario \"place\"; did you mean \"place-order\"? Known: place-order, search\n"));
    }

    [Test]
    public async Task AFailureEndsWith1()
    {
        using var desk = new Desk { Outcome = (scenario, _) => Desk.Failed(scenario) };
        var code = await desk.RunAsync("run", "search", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(desk.Out, Does.Contain("timeout: took longer than 30s"));
    }

    [Test]
    public async Task ABudgetBrokenOnANoisyHostIsAWarningAndNoFailure()
    {
        using var desk = new Desk { Outcome = (scenario, _) => Desk.Noisy(scenario) };
        var file = desk.File("s.json", """{ "scenarios": [ { "name": "s", "baseUrl": "https://shop.test", "steps": [ { "goto": "/" } ] } ] }""");
        var code = await desk.RunAsync("run", "--json", "--config", file);
        Assert.That(code, Is.Zero);
        Assert.That(RunJson.Read(desk.Out).Status, Is.EqualTo(RunStatus.Inconclusive));
        Assert.That(desk.Error, Does.EndWith(
            "warning: 1 of 1 run inconclusive: budgets broken on a noisy host are not judged "
            + "(the hypervisor gave 30 % of the processors' time to other machines)\n"));
    }

    [Test]
    public async Task WithoutABrowserItEndsWith3()
    {
        using var desk = new Desk { NoBrowser = "no browser; install one" };
        var code = await desk.RunAsync("run", "search", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That((code, desk.Out), Is.EqualTo((3, "")));
        Assert.That(desk.Error, Is.EqualTo("no browser; install one\n"));
    }

    [Test]
    public async Task ABugInARunIsARecordAndTheNextScenarioRuns()
    {
        using var desk = new Desk
        {
            Outcome = (scenario, _) => scenario.Name == "search" ? throw new InvalidOperationException("oops") : Desk.Passed(scenario),
        };
        var code = await desk.RunAsync("run", "--config", desk.File("s.json", Desk.TwoScenarios), "--json");
        Assert.That(code, Is.EqualTo(3));
        Assert.That(desk.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
        Assert.That(desk.Out, Does.Contain("a bug in the monitor: InvalidOperationException: oops"));
    }

    [Test]
    public async Task TheBaseAddressCanBeReplaced()
    {
        using var desk = new Desk();
        await desk.RunAsync("run", "search", "--base-url", "https://staging.test/a/", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(desk.Ran.Single().BaseUrl, Is.EqualTo(new Uri("https://staging.test/a/")));
    }

    [Test]
    public async Task ManyRunsEndInATable()
    {
        using var desk = new Desk();
        await desk.RunAsync("run", "search", "--repeat", "3", "--config", desk.File("s.json", Desk.TwoScenarios));
        Assert.That(desk.Out, Does.Contain("3 runs: 3 passed"));
    }

    [Test]
    public void OneRunIsNoRuns() =>
        Assert.That(Worker.Terminal.RepeatTable.Tally([Terminal.SampleRecords.Empty("s")]).ToString(), Does.StartWith("1 run: 1 "));

    [TestCase(new[] { RunStatus.Passed, RunStatus.Passed }, 0)]
    [TestCase(new[] { RunStatus.Passed, RunStatus.Degraded }, 1)]
    [TestCase(new[] { RunStatus.Error, RunStatus.Failed }, 1)]
    [TestCase(new[] { RunStatus.Passed, RunStatus.Error }, 3)]
    [TestCase(new[] { RunStatus.Aborted }, 3)]
    [TestCase(new[] { RunStatus.Inconclusive }, 0)]
    [TestCase(new[] { RunStatus.Passed, RunStatus.Inconclusive }, 0)]
    [TestCase(new[] { RunStatus.Inconclusive, RunStatus.Degraded }, 1)]
    [TestCase(new[] { RunStatus.Inconclusive, RunStatus.Aborted }, 3)]
    [TestCase(new RunStatus[0], 3)]
    public void TheExitCodeSaysWhoIsToBlame(RunStatus[] statuses, int code) =>
        Assert.That(
            Worker.Cli.ExitCode.Of([.. statuses.Select(status => Terminal.SampleRecords.Empty("s") with { Status = status })]),
            Is.EqualTo(code));
}
