using Synthetic.Core.Records;

namespace Synthetic.Tests.Cli;

internal sealed class ExplainCommandTests
{
    [Test]
    public async Task ARecordComesBackByteForByte()
    {
        using var run = new Desk();
        await run.RunAsync("run", "--json", "--config", run.File("s.json", Desk.TwoScenarios));
        using var desk = new Desk { In = run.Out };
        Assert.That(await desk.RunAsync("explain", "-", "--json"), Is.Zero);
        Assert.That(desk.Out, Is.EqualTo(run.Out));
    }

    [Test]
    public async Task ItPrintsThePictureThatTheRunPrinted()
    {
        using var run = new Desk();
        await run.RunAsync("run", "search", "--out", run.Folder, "--config", run.File("s.json", Desk.TwoScenarios));
        using var desk = new Desk();
        Assert.That(await desk.RunAsync("explain", Directory.GetFiles(run.Folder, "search-*").Single()), Is.Zero);
        Assert.That(desk.Out, Is.EqualTo(run.Out));
    }

    [Test]
    public async Task EvidenceWithoutTheRunsStepsProvesNothing()
    {
        using var run = new Desk();
        await run.RunAsync("run", "search", "--json", "--config", run.File("s.json", Desk.TwoScenarios));
        var record = RunJson.Read(run.Out);
        using var desk = new Desk { In = RunJson.Write(record with { Evidence = record.Evidence! with { Steps = [] } }) };
        Assert.That((await desk.RunAsync("explain", "-"), desk.Out), Is.EqualTo((2, "")));
        Assert.That(desk.Error, Is.EqualTo("- carries incomplete evidence, so nothing can be derived from it: 0 of the run's 1 steps\n"));
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
        using var desk = new Desk();
        var code = await desk.RunAsync("explain", desk.File("r.json", text));
        Assert.That((code, desk.Out), Is.EqualTo((2, "")));
        Assert.That(desk.Error, Does.Contain(error));
    }
}
