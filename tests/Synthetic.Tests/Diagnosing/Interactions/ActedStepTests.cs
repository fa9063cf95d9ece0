using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Interactions;

/// <summary>Steps whose action is no interaction for the browser.</summary>
internal sealed class ActedStepTests
{
    [Test]
    public void TheResponseBeginsWithTheActionsFirstEvent()
    {
        var step = Filled().Document(d => d with { Actions = [new ActionNote("input", EvidenceBuilder.Click, "#name")] }).Record().Steps[0];
        Assert.That((step.Response!.Ms, step.Response.From), Is.EqualTo((440, ResponseStart.Input)));
        Assert.That(step.Interactions, Is.Empty);
        Assert.That(step.Requests.Single().StartMs, Is.EqualTo(5), "the step's times count from there");
    }

    [Test]
    public void WithoutAnEventItBeginsWithTheAction()
    {
        var step = Filled().Record().Steps[0];
        Assert.That((step.Response!.Ms, step.Response.From), Is.EqualTo((444, ResponseStart.Action)));
    }

    [Test]
    public void ItsTimeIsDividedAndBlamedLikeAnyOther()
    {
        var response = Filled().Record().Steps[0].Response!;
        Assert.That((response.Culprit!.Kind, response.Culprit.Component, response.Path.Count), Is.EqualTo((CulpritKind.Backend, "db", 1)));
        Assert.That(response.Timeline.Sum(s => s.Ms), Is.EqualTo(response.Ms).Within(0.1));
    }

    [Test]
    public void AnEventOfTheStepBeforeIsNotItsBegin()
    {
        var step = Filled().Document(d => d with { Actions = [new ActionNote("input", 900, "#name")] }).Record().Steps[0];
        Assert.That(step.Response!.From, Is.EqualTo(ResponseStart.Action));
    }

    [Test]
    public void WhereAnInteractionHasTheResponseTheActionHasNone()
    {
        var step = Filled().Clicks().Record().Steps[0];
        Assert.That(step.Interactions.Single().Response, Is.Not.Null);
        Assert.That(step.Response, Is.Null);
    }

    [Test]
    public void ItIsJudgedByItsOwnStepsLimitAndNotByTheRuns()
    {
        var budgets = Filled().StepBudget("response", 100).RunBudget("response", 100).Record().Budgets;
        Assert.That(budgets.Select(b => (b.Step, b.Actual, b.Ok)), Is.EqualTo(new (string?, double?, bool?)[] { (null, null, null), ("Place order", 444, false) }));
    }

    [Test]
    public void AStepThatExpectsNothingHasNone() =>
        Assert.That(Filled().Step(s => s with { Expects = false, ExpectationPaintedMs = null }).Record().Steps[0].Response, Is.Null);

    /// <summary>A field that was filled 4 ms before where clicks are, and answered 440 ms after that.</summary>
    private static EvidenceBuilder Filled() => new EvidenceBuilder().Shows(440)
        .Step(s => s with { Action = "fill", DrivenInteractions = 0, ActedMs = EvidenceBuilder.Click - 4, ExpectationChangedMs = EvidenceBuilder.Click + 430 })
        .Fetches(5, 410, "db;dur=400");
}
