using Synthetic.Core.Metrics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Reporting;

public sealed class BaselineBudgetsTests
{
    private static readonly Scenario Shop = new()
    {
        Name = "place-order",
        Budgets = [Budget.OverBaseline("response", 20), new Budget("inp", 200)],
        Steps = [new Step { Index = 0, Name = "Place order", Action = StepAction.Click, Budgets = [Budget.OverBaseline("server.DB", 50)] }],
    };

    [Test]
    public void OnlyLimitsOverABaselineAskForOne() => Assert.That(
        BaselineBudgets.Of(Shop).Select(key => (key.Step, key.Component)),
        Is.EqualTo(new[] { ((string?)null, "response"), ("Place order", "reported.db") }));

    [Test]
    public void AKnownBaselineMakesTheLimitANumber()
    {
        var resolved = BaselineBudgets.Resolve(Shop, key => new UsualTime(key.Step is null ? 412 : 40, 100));
        Assert.That(resolved.Budgets, Is.EqualTo(new[] { new Budget("response", 494.4) { Percent = 20, BaselineMs = 412 }, new Budget("inp", 200) }));
        Assert.That(resolved.Steps[0].Budgets, Is.EqualTo(new[] { new Budget("server.DB", 60) { Percent = 50, BaselineMs = 40 } }));
        Assert.That(Shop.Budgets[0].Limit, Is.Null, "the definition stays as it is");
    }

    [TestCase("inp", 16, 33)]
    [TestCase("response", 80, 97)]
    [TestCase("server.db", 4, 9)]
    [TestCase("server.db", 0, 5)]
    public void ALimitStaysFartherFromTheBaselineThanTheMetricScattersBy(string metric, double baseline, double limit)
    {
        var resolved = BaselineBudgets.Resolve(Shop with { Budgets = [Budget.OverBaseline(metric, 10)] }, _ => new UsualTime(baseline, 100));
        Assert.That(resolved.Budgets[0].Limit, Is.EqualTo(limit));
    }

    [Test]
    public void WhereNoneIsKnownTheReasonIsSaid()
    {
        var resolved = BaselineBudgets.Resolve(Shop, key => key.Step is null ? new UsualTime(null, 7) : null);
        Assert.That((resolved.Budgets[0].Limit, resolved.Budgets[0].Reason), Is.EqualTo(((double?)null, "no baseline yet: 7 of 20 runs")));
        Assert.That(resolved.Steps[0].Budgets[0].Reason, Is.EqualTo("no baseline yet: the store was not read"));
    }

    [Test]
    public void WhatWasReportedIsKeptAsBudgetsJudgeIt()
    {
        // Two requests at once: the result waited for the longer one.
        var record = new EvidenceBuilder().Clicks().Fetches(6, 400, "DB;dur=350").Fetches(6, 300, "db;dur=250", url: EvidenceBuilder.Page + "api/stock").Shows(440)
            .StepBudget("server.db", 1).Record();
        var kept = ComponentTime.Kept(record);
        Assert.That(kept.Single(part => part.Component == ComponentTime.Reported("Db")).Ms, Is.EqualTo(350));
        Assert.That(record.Budgets[0].Actual, Is.EqualTo(350));
        Assert.That(kept.Single(part => part.Component == "response").Ms, Is.EqualTo(440));
        Assert.That(ComponentTime.Of(record).Select(part => part.Component), Has.None.StartsWith("reported."), "changes are told of parts only");
    }

    [Test]
    public void EveryMetricWithABaselineHasAHistory()
    {
        var record = new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=350").Shows(440).Record();
        var kept = ComponentTime.Kept(record).Select(part => part.Component).ToArray();
        foreach (var metric in MetricTable.All.Append(MetricTable.Find("server.db")!).Where(metric => metric.LeastOverBaselineMs is not null))
            Assert.That(kept, Has.Some.EqualTo(new BaselineKey(null, metric.Name).Component));
    }
}
