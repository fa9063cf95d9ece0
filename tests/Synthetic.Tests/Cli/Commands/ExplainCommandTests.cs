using Synthetic.Core.Records;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Cli.Commands;

internal sealed class ExplainCommandTests
{
    [Test]
    public async Task ARecordComesBackByteForByte()
    {
        using var run = new CommandHarness();
        await run.RunAsync("run", "--json", "--config", run.File("s.json", CommandHarness.TwoScenarios));
        using var harness = new CommandHarness { In = run.Out };
        Assert.That(await harness.RunAsync("explain", "-", "--json"), Is.Zero);
        Assert.That(harness.Out, Is.EqualTo(run.Out));
    }

    [Test]
    public async Task ItPrintsThePictureThatTheRunPrinted()
    {
        using var run = new CommandHarness();
        await run.RunAsync("run", "search", "--out", run.Folder, "--config", run.File("s.json", CommandHarness.TwoScenarios));
        using var harness = new CommandHarness();
        Assert.That(await harness.RunAsync("explain", Directory.GetFiles(run.Folder, "search-*").Single()), Is.Zero);
        Assert.That(harness.Out, Is.EqualTo(run.Out));
    }

    [Test]
    public async Task WhyNamesTheReasonOfEachRequestOfThePath()
    {
        var record = new EvidenceBuilder().Clicks()
            .Fetches(5, 100, "db;dur=90").Fetches(115, 150, "auth;dur=140", url: EvidenceBuilder.Page + "api/cart", method: "GET").Shows(300)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 270 }).Record();
        using var plain = new CommandHarness { In = RunJson.Write(record) };
        await plain.RunAsync("explain", "-");
        using var harness = new CommandHarness { In = RunJson.Write(record) };
        Assert.That(await harness.RunAsync("explain", "-", "--why"), Is.Zero);
        Assert.That(harness.Out, Is.EqualTo(plain.Out + """
              Why these requests
                Place order, #order, response 300 ms
                  1  POST /api/orders
                     the last to end before request 2 was sent
                  2  GET /api/cart
                     the last to end before the result's change


            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task ReasonsAreNoPartOfARecord()
    {
        using var harness = new CommandHarness();
        Assert.That((await harness.RunAsync("explain", "-", "--why", "--json"), harness.Out), Is.EqualTo((2, "")));
        Assert.That(harness.Error, Is.EqualTo("name either --json or --why, not both: a record does not hold the reasons\n"));
    }

    [Test]
    public async Task EvidenceWithoutTheRunsStepsProvesNothing()
    {
        using var run = new CommandHarness();
        await run.RunAsync("run", "search", "--json", "--config", run.File("s.json", CommandHarness.TwoScenarios));
        var record = RunJson.Read(run.Out);
        using var harness = new CommandHarness { In = RunJson.Write(record with { Evidence = record.Evidence! with { Steps = [] } }) };
        Assert.That((await harness.RunAsync("explain", "-"), harness.Out), Is.EqualTo((2, "")));
        Assert.That(harness.Error, Is.EqualTo("- carries incomplete evidence, so nothing can be derived from it: 0 of the run's 1 steps\n"));
    }

    [TestCase("not json", "r.json is not a run record: ")]
    [TestCase("", "r.json is empty")]
    [TestCase("[]", "r.json is not a run record: it has no \"schema\"")]
    [TestCase("{\"schema\":\"synthetic.run/9\"}", "r.json is of schema \"synthetic.run/9\": this version reads \"synthetic.run/1\"")]
    [TestCase("{\"schema\":\"synthetic.run/1\",\"evidence\":null}", "r.json carries no evidence, so nothing can be derived from it: log lines leave it out; keep records by synthetic run --out DIR")]
    [TestCase("{\"schema\":\"synthetic.run/1\",\"evidence\":{}}", "r.json is not a run record: ")]
    [TestCase("{\"schema\":\"synthetic.run/1\",\"runId\":\"x\",\"startedAt\":\"2026-01-01T00:00:00Z\",\"scenario\":null,\"evidence\":{}}", "r.json is not a run record: ")]
    [TestCase("{\"schema\":\"synthetic.run/1\",\"runId\":\"x\",\"startedAt\":\"2026-01-01T00:00:00Z\",\"scenario\":\"s\",\"evidence\":{\"steps\":[null]}}", "r.json is not a run record: one of its lists holds null")]
    public async Task AFileThatIsNoRecordIsRefused(string text, string error)
    {
        using var harness = new CommandHarness();
        var code = await harness.RunAsync("explain", harness.File("r.json", text));
        Assert.That((code, harness.Out), Is.EqualTo((2, "")));
        Assert.That(harness.Error, Does.Contain(error));
    }
}
