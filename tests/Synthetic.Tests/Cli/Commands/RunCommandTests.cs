using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Cli.Commands;

internal sealed class RunCommandTests
{
    [Test]
    public async Task AllScenariosRunWhereNoneIsNamed()
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("run", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(code, Is.Zero);
        Assert.That(harness.Ran.Select(scenario => scenario.Name), Is.EqualTo(["place-order", "search"]));
        Assert.That(harness.Error, Is.EqualTo("place-order 1/2 passed: goto /\nplace-order 2/2 passed: Buy\nsearch 1/1 passed: goto /search\n"));
    }

    [Test]
    public async Task AnUnknownNameBringsTheNearestAndRunsNothing()
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("run", "place-ordre", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That((code, harness.Opened), Is.EqualTo((2, 0)));
        Assert.That(harness.Error, Is.EqualTo("there is no scenario \"place-ordre\"; did you mean \"place-order\"? Known: place-order, search\n"));
    }

    [Test]
    public async Task AnUnknownNameNearNothingIsAWholeSentence()
    {
        using var harness = new CommandHarness();
        await harness.RunAsync("run", "nope", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(harness.Error, Is.EqualTo("there is no scenario \"nope\". Known: place-order, search\n"));
    }

    [Test]
    public async Task AReportThatCannotBeWrittenIsSaidBeforeAnythingRuns()
    {
        using var harness = new CommandHarness();
        var scenarios = harness.File("s.json", CommandHarness.TwoScenarios);
        Assert.That(await harness.RunAsync("run", "--config", scenarios, "--junit", harness.Folder), Is.EqualTo(2));
        Assert.That(harness.Error, Is.EqualTo($"--junit must name a file; {harness.Folder} is a folder\n"));
        Assert.That(await harness.RunAsync("run", "--config", scenarios, "--junit", "/proc/nobody-writes-here.xml"), Is.EqualTo(3));
        Assert.That((harness.Out, harness.Opened), Is.EqualTo(("", 0)));
    }

    [Test]
    public async Task AnInvalidFileIsRefusedBeforeAnythingStarts()
    {
        using var harness = new CommandHarness();
        var file = harness.File("s.json", "{ \"scenarios\": [ { \"nam\": \"x\" } ] }");
        Assert.That(await harness.RunAsync("run", "--config", file), Is.EqualTo(2));
        var run = harness.Error;
        Assert.That((harness.Out, harness.Opened), Is.EqualTo(("", 0)));
        Assert.That(run, Does.StartWith($"{file}:1:").And.Contains("scenarios[0].nam"));

        using var again = new CommandHarness();
        Assert.That(await again.RunAsync("worker", "--config", file), Is.EqualTo(2));
        Assert.That(again.Error, Is.EqualTo(run));
    }

    [Test]
    public async Task JsonIsOneRecordALineAndNothingElse()
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("run", "--json", "--repeat", "2", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(code, Is.Zero);
        var lines = harness.Out.TrimEnd('\n').Split('\n');
        Assert.That(lines.Select(line => RunJson.Read(line).Scenario), Is.EqualTo(["place-order", "place-order", "search", "search"]));
    }

    [Test]
    public async Task ATailThatOnlySeveralRunsShowIsSaidBelowTheirTable()
    {
        using var harness = new CommandHarness();
        harness.Outcome = (_, _) => Look(harness.Ran.Count % 5 == 0 ? 600 : 100);
        await harness.RunAsync("run", "search", "--repeat", "10", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        var table = harness.Out[harness.Out.IndexOf("10 runs:", StringComparison.Ordinal)..];
        Assert.That(table, Does.Contain("\n    +  saves about 395 ms: Send GET shop.example/api/price a second time"));
        Assert.That(table.IndexOf("response", StringComparison.Ordinal), Is.LessThan(table.IndexOf("saves", StringComparison.Ordinal)));

        using var few = new CommandHarness();
        few.Outcome = (_, _) => Look(few.Ran.Count % 5 == 0 ? 600 : 100);
        await few.RunAsync("run", "search", "--repeat", "7", "--config", few.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(few.Out, Does.Not.Contain("saves"));

        static RunEvidence Look(double ms) =>
            new EvidenceBuilder().Clicks().Fetches(6, ms, $"db;dur={ms - 5}", url: EvidenceBuilder.Page + "api/price", method: "GET").Shows(ms + 20).Build();
    }

    [Test]
    public async Task AKeptRecordHasTheBytesThatJsonPrintsAndASafeName()
    {
        using var harness = new CommandHarness();
        var folder = Path.Combine(harness.Folder, "records");
        await harness.RunAsync("run", "search", "--json", "--out", folder, "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        var file = Directory.GetFiles(folder).Single();
        Assert.That(File.ReadAllText(file), Is.EqualTo(harness.Out));
        Assert.That(Path.GetFileName(file), Is.EqualTo($"search-{RunJson.Read(harness.Out).RunId}.json"));
    }

    [TestCase("../../etc/passwd", "etc-passwd-id.json")]
    [TestCase("..", "run-id.json")]
    [TestCase("a b:c\u0000\u001b", "a-b-c---id.json")]
    public void AScenariosNameCannotLeaveTheFolder(string scenario, string file) =>
        Assert.That(
            Worker.Cli.Records.RecordFile.Name(Terminal.SampleRecords.Empty(scenario) with { RunId = "id" }), Is.EqualTo(file));

    [Test]
    public async Task TheBeginningOfANameBringsTheWholeOfIt()
    {
        using var harness = new CommandHarness();
        await harness.RunAsync("run", "place", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(harness.Error, Is.EqualTo("there is no scenario \"place\"; did you mean \"place-order\"? Known: place-order, search\n"));
    }

    [Test]
    public async Task AFailureEndsWith1()
    {
        using var harness = new CommandHarness { Outcome = (scenario, _) => CommandHarness.Failed(scenario) };
        var code = await harness.RunAsync("run", "search", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(harness.Out, Does.Contain("timeout: took longer than 30s"));
    }

    [Test]
    public async Task ABudgetBrokenOnANoisyHostIsAWarningAndNoFailure()
    {
        using var harness = new CommandHarness { Outcome = (scenario, _) => CommandHarness.Noisy(scenario) };
        var file = harness.File("s.json", """{ "scenarios": [ { "name": "s", "baseUrl": "https://shop.test", "steps": [ { "goto": "/" } ] } ] }""");
        var code = await harness.RunAsync("run", "--json", "--config", file);
        Assert.That(code, Is.Zero);
        Assert.That(RunJson.Read(harness.Out).Status, Is.EqualTo(RunStatus.Inconclusive));
        Assert.That(harness.Error, Does.EndWith(
            "warning: 1 of 1 run inconclusive: budgets broken on a noisy host are not judged "
            + "(the hypervisor gave 30 % of the processors' time to other machines)\n"));
    }

    [Test]
    public async Task WithoutABrowserItEndsWith3()
    {
        using var harness = new CommandHarness { NoBrowser = "no browser; install one" };
        var code = await harness.RunAsync("run", "search", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That((code, harness.Out), Is.EqualTo((3, "")));
        Assert.That(harness.Error, Is.EqualTo("no browser; install one\n"));
    }

    [Test]
    public async Task ABugInARunIsARecordAndTheNextScenarioRuns()
    {
        using var harness = new CommandHarness
        {
            Outcome = (scenario, _) => scenario.Name == "search" ? throw new InvalidOperationException("oops") : CommandHarness.Passed(scenario),
        };
        var code = await harness.RunAsync("run", "--config", harness.File("s.json", CommandHarness.TwoScenarios), "--json");
        Assert.That(code, Is.EqualTo(3));
        Assert.That(harness.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
        Assert.That(harness.Out, Does.Contain("a bug in the monitor: InvalidOperationException: oops"));
    }

    [Test]
    public async Task TheBaseAddressCanBeReplaced()
    {
        using var harness = new CommandHarness();
        await harness.RunAsync("run", "search", "--base-url", "https://staging.test/a/", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(harness.Ran.Single().BaseUrl, Is.EqualTo(new Uri("https://staging.test/a/")));
    }

    [Test]
    public async Task ManyRunsEndInATable()
    {
        using var harness = new CommandHarness();
        await harness.RunAsync("run", "search", "--repeat", "3", "--config", harness.File("s.json", CommandHarness.TwoScenarios));
        Assert.That(harness.Out, Does.Contain("3 runs: 3 passed"));
    }

    [Test]
    public void OneRunIsNoRuns() =>
        Assert.That(Worker.Terminal.Runs.RepeatTable.Tally([Terminal.SampleRecords.Empty("s")]).ToString(), Does.StartWith("1 run: 1 "));

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
