using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Diagnosing;

/// <summary>Vitals, budgets and statuses.</summary>
public sealed class VerdictTests
{
    private const double Click = EvidenceBuilder.Click;

    [TestCase(49, 1000)]
    [TestCase(50, 900)]
    [TestCase(100, 800)]
    public void INPLeavesOneOutlierOutForEveryFiftyInteractions(int count, double expected)
    {
        var builder = new EvidenceBuilder();
        for (var i = 0; i < count; i++)
            builder.Clicks(paint: (i < 3 ? 1000 - (100 * i) : 50) - 6, at: Click + (i * 2000), id: i + 1);
        Assert.That(builder.Record().Pages[0].InpMs, Is.EqualTo(expected));
    }

    [Test]
    public void CLSIsTheWorstSessionWindow()
    {
        // Two windows by the gap of a second, a third by the length of five; shifts after an input do not count.
        double[] starts = [0, 900, 2000, 2900, 3800, 4700, 5600, 6500, 7000];
        var record = new EvidenceBuilder().Document(d => d with
        {
            FirstContentfulPaint = 1,
            Shifts = [.. starts.Select(s => new LayoutShift(s, 0.1, false)), new LayoutShift(10, 5, true)],
        }).Record();
        Assert.That(record.Pages[0].Cls, Is.EqualTo(0.6).Within(0.0001));
    }

    [TestCase("inp", 20, true)]
    [TestCase("inp", 10, false)]
    [TestCase("response", 440, true)]
    [TestCase("response", 439, false)]
    [TestCase("server.db", 350, true)]
    [TestCase("server.DB", 349, false)]
    [TestCase("server.nothing", 1, null)]
    [TestCase("duration", 4999, false)]
    [TestCase("cls", 0.1, null)]
    public void ABudgetOfAStepIsHeldAgainstIt(string metric, double limit, bool? ok)
    {
        var builder = new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=350").Shows(440).StepBudget(metric, limit);
        var result = builder.Record().Budgets.Single();
        Assert.That((result.Metric, result.Step, result.Ok), Is.EqualTo((metric, "Place order", ok)));
    }

    [TestCase("duration", 5999, false)]
    [TestCase("cls", 0.1, null)]
    [TestCase("fcp", 100, null)]
    public void ABudgetOfTheRunIsHeldAgainstTheWorst(string metric, double limit, bool? ok) =>
        Assert.That(new EvidenceBuilder().Clicks().RunBudget(metric, limit).Record().Budgets.Single().Ok, Is.EqualTo(ok));

    [TestCase(200, null)]
    [TestCase(5, false)]
    public void ALowerBoundWithinTheLimitSaysNothing(double limit, bool? ok)
    {
        var builder = new EvidenceBuilder().Notes("click", Click, 6, null).StepBudget("inp", limit).RunBudget("inp", limit);
        Assert.That(builder.Record().Budgets.Select(b => b.Ok), Is.All.EqualTo(ok));
    }

    [TestCase(400, false)]
    [TestCase(450, true)]
    public void ALimitOverTheBaselineIsJudgedAsANumberAndSaysWhereItIsFrom(double limit, bool ok)
    {
        var record = new EvidenceBuilder().Clicks().Shows(440).StepBudget(new Budget("response", limit) { Percent = 20, BaselineMs = 330 }).Record();
        Assert.That(record.Budgets.Single(), Is.EqualTo(new BudgetResult("response", "Place order", limit, 440, ok) { Percent = 20, BaselineMs = 330 }));
    }

    [TestCase(null, "no baseline: only a worker that keeps results knows one")]
    [TestCase("no baseline yet: 7 of 20 runs", "no baseline yet: 7 of 20 runs")]
    public void WithoutABaselineNothingIsJudgedAndTheReasonIsSaid(string? reason, string said)
    {
        var record = new EvidenceBuilder().Clicks().Shows(440).StepBudget(Budget.OverBaseline("response", 20) with { Reason = reason }).Record();
        Assert.That(record.Budgets.Single(), Is.EqualTo(new BudgetResult("response", "Place order", null, 440, null) { Percent = 20, Reason = said }));
        Assert.That(record.Status, Is.EqualTo(RunStatus.Passed));
    }

    [Test]
    public void ABaselineIsEvidenceAndExplainedToTheByte()
    {
        var builder = new EvidenceBuilder().Clicks().Shows(440)
            .StepBudget(new Budget("response", 396) { Percent = 20, BaselineMs = 330 }).StepBudget(Budget.OverBaseline("inp", 20));
        var written = RunJson.Write(builder.Record());
        var read = RunJson.Read(written);
        Assert.That(RunJson.Write(Derivation.Of(read, read.Evidence!)), Is.EqualTo(written));
        Assert.That(written, Does.Contain("""
            "budgets":[{"metric":"response","step":"Place order","limit":396,"actual":440,"ok":false,"baselineMs":330,"percent":20},
            {"metric":"inp","step":"Place order","limit":null,"actual":16,"ok":null,"percent":20,"reason":"no baseline: only a worker that keeps results knows one"}]
            """.ReplaceLineEndings("")));
    }

    [Test]
    public void AStepNeverReachedKeepsNoBudget() => Assert.That(
        new EvidenceBuilder().NextStep("later", 0).Step(s => s with { Status = StepStatus.Skipped, DurationMs = 0 }).StepBudget("duration", 10).Record().Budgets.Single().Ok, Is.Null);

    [Test]
    public void AVitalOfAStepIsThatOfThePageItOpened()
    {
        var record = new EvidenceBuilder().Document(d => d with { FirstContentfulPaint = 900 })
            .NextDocument(EvidenceBuilder.Page + "two", 1500).Document(d => d with { FirstContentfulPaint = 80 }).StepBudget("fcp", 100).Record();
        Assert.That(record.Budgets.Single(), Is.EqualTo(new BudgetResult("fcp", "Place order", 100, 80, true)));
    }

    [Test]
    public void EachEndingHasItsStatus()
    {
        var failure = new Failure("Place order", FailureKind.Expectation, "expected more");
        EvidenceBuilder Slow() => new EvidenceBuilder().Clicks().Shows(400).StepBudget("response", 100);
        Assert.Multiple(() =>
        {
            Assert.That(new EvidenceBuilder().Clicks().Record().Status, Is.EqualTo(RunStatus.Passed));
            Assert.That(Slow().Record().Status, Is.EqualTo(RunStatus.Degraded));
            Assert.That(Slow().Host("quiet").Record().Status, Is.EqualTo(RunStatus.Degraded));
            Assert.That(Slow().Host("noisy").Record().Status, Is.EqualTo(RunStatus.Inconclusive));
            Assert.That(new EvidenceBuilder().Clicks().Host("noisy").Record().Status, Is.EqualTo(RunStatus.Passed));
            Assert.That(Slow().Step(s => s with { Status = StepStatus.Failed, Failure = failure }).Record().Status, Is.EqualTo(RunStatus.Failed));
            Assert.That(Slow().Ends(RunEnding.Broken, failure).Record().Status, Is.EqualTo(RunStatus.Error));
            Assert.That(Slow().Ends(RunEnding.Aborted).Record().Status, Is.EqualTo(RunStatus.Aborted));
            Assert.That(Slow().Ends(RunEnding.Completed, failure).Record().Failure, Is.EqualTo(failure));
        });
    }

    [TestCase("server.db", 250)]
    [TestCase("serverTotal.db", 1150)]
    [TestCase("server.poll", 0, Description = "reported, but by nothing that the response waited for")]
    [TestCase("server.none", null)]
    public void ABudgetOfTheServerJudgesWhatTheResponseWaitedFor(string metric, double? actual)
    {
        var record = new EvidenceBuilder().Clicks()
            .Fetches(10, 290, "db;dur=250")
            .Fetches(20, 1200, "db;dur=900, poll;dur=5", url: "http://shop/api/beacon")
            .Shows(305).StepBudget(metric, 100).Record();
        Assert.That(record.Budgets[0].Actual, Is.EqualTo(actual));
    }

    [Test]
    public void AnAnswerOutOfACacheAskedNoServer()
    {
        var record = new EvidenceBuilder().Clicks()
            .Fetches(10, 1, "db;dur=250", change: entry => entry with { BodySize = 500 }, method: "GET")
            .Shows(300).StepBudget("server.db", 100).Record();
        Assert.That(record.Steps[0].Interactions[0].Response!.Timeline.Select(s => s.Kind), Has.None.EqualTo(SegmentKind.Server));
        Assert.That(record.Budgets[0].Ok, Is.Null, "what the database took for an earlier answer breaks no budget");
    }

    [TestCase(450, true)]
    [TestCase(350, null, Description = "it may have been up to 100 ms longer")]
    [TestCase(250, false, Description = "longer still it would break the budget too")]
    public void WithinItsBudgetByLessThanItMayBeTooShortAResponseIsNotJudged(double limit, bool? ok)
    {
        var record = new EvidenceBuilder().Clicks().Runs(100, 150, render: 150).Shows(300)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 250 }).StepBudget("response", limit).Record();
        Assert.That(record.Budgets[0].Ok, Is.EqualTo(ok));
    }
}
