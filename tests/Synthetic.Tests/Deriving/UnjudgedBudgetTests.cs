using Synthetic.Core.Evidence;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Deriving;

/// <summary>A limit that is not judged says why.</summary>
internal sealed class UnjudgedBudgetTests
{
    [TestCase("response", false, null, "the step expects nothing, and the browser linked no paint to its input")]
    [TestCase("response", true, true, "what the step expects was there before its action already")]
    [TestCase("response", true, null, "the page could not tell when what the step expects was painted")]
    [TestCase("lcp", true, null, "no page was opened in this step")]
    [TestCase("server.db", true, null, "no answer reported db")]
    public void OneWithoutAValueNamesWhatIsMissing(string metric, bool expects, bool? held, string reason)
    {
        var result = new EvidenceBuilder().Clicks().Step(s => s with { Expects = expects, ExpectationHeld = held, Status = StepStatus.Passed }).StepBudget(metric, 100).Record().Budgets.Single();
        Assert.That((result.Ok, result.Reason), Is.EqualTo(((bool?)null, reason)));
    }

    [Test]
    public void AnActionThatIsNoInputHasNoInp()
    {
        var result = new EvidenceBuilder().Step(s => s with { Action = "fill" }).StepBudget("inp", 100).Record().Budgets.Single();
        Assert.That(result.Reason, Is.EqualTo("no interaction: none came of this fill"));
    }

    [TestCase(10, false, null)]
    [TestCase(100, null, "the step failed")]
    public void AFailedStepKeepsNoBudgetButItMayBreakOne(double limit, bool? ok, string? reason)
    {
        var result = new EvidenceBuilder().Clicks(handlers: 40).Step(s => s with { Status = StepStatus.Failed }).StepBudget("inp", limit).Record().Budgets.Single();
        Assert.That((result.Ok, result.Reason), Is.EqualTo((ok, reason)));
    }

    [Test]
    public void AStepNeverReachedSaysSo()
    {
        var result = new EvidenceBuilder().Step(s => s with { Status = StepStatus.Skipped }).StepBudget("duration", 100).Record().Budgets.Single();
        Assert.That(result.Reason, Is.EqualTo("the step was not reached"));
    }

    [TestCase("inp", "no interaction was measured")]
    [TestCase("response", "no interaction has a response")]
    [TestCase("cls", "no page gave one")]
    public void ALimitOfTheWholeRunSaysItOfTheRun(string metric, string reason)
    {
        var result = new EvidenceBuilder().Document(d => d with { Url = "about:blank" }).RunBudget(metric, 100).Record().Budgets.Single();
        Assert.That((result.Ok, result.Reason), Is.EqualTo(((bool?)null, reason)));
    }
}
