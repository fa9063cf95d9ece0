using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>Limits that no run would ever judge.</summary>
internal sealed class BudgetWarningTests
{
    private static readonly Expectation Done = new() { Text = "done" };

    [TestCase(StepAction.Click, "inp", null)]
    [TestCase(StepAction.Type, "inp", null)]
    [TestCase(StepAction.Check, "inp", null)]
    [TestCase(StepAction.Goto, "inp", "is never judged: \"goto\" is no input that the browser times")]
    [TestCase(StepAction.Fill, "inp", "is never judged: \"fill\" is no input that the browser times")]
    [TestCase(StepAction.Fill, "response", null)]
    [TestCase(StepAction.WaitFor, "response", "is never judged: \"waitFor\" does nothing that it could be counted from")]
    [TestCase(StepAction.Goto, "lcp", null)]
    [TestCase(StepAction.Hover, "server.db", null)]
    [TestCase(StepAction.Hover, "duration", null)]
    public void ALimitIsWarnedOfOnlyWhereItsValueNeverComes(StepAction action, string metric, string? why)
    {
        var warnings = BudgetWarnings.Of(Of(new Step { Index = 0, Name = "it", Action = action, Expect = Done, Budgets = [new(metric, 100)] }));
        Assert.That(warnings, Is.EqualTo(why is null ? Array.Empty<string>() : [$"a / it: the budget {metric} {why}"]));
    }

    [TestCase(StepAction.Select, "is never judged: the step has no \"expect\"")]
    [TestCase(StepAction.Press, "is judged only where the browser itself links a paint to the input: give the step an \"expect\"")]
    public void AResponseNeedsAnExpectation(StepAction action, string why) => Assert.That(
        BudgetWarnings.Of(Of(new Step { Index = 0, Name = "it", Action = action, Budgets = [new("response", 100)] })), Is.EqualTo(new[] { $"a / it: the budget response {why}" }));

    [TestCase("inp")]
    [TestCase("response")]
    public void ALimitOfTheWholeRunNeedsOneInput(string metric)
    {
        var fill = new Step { Index = 0, Name = "it", Action = StepAction.Fill, Expect = Done };
        Assert.That(BudgetWarnings.Of(Of(fill) with { Budgets = [new(metric, 100)] }), Has.Count.EqualTo(1));
        Assert.That(BudgetWarnings.Of(Of(fill, fill with { Action = StepAction.Click }) with { Budgets = [new(metric, 100)] }), Is.Empty);
    }

    [Test]
    public void OfAScenarioInCSharpNothingIsKnown() =>
        Assert.That(BudgetWarnings.Of(Of() with { Script = "PlaceOrder", Budgets = [new("inp", 100)] }), Is.Empty);

    private static Scenario Of(params Step[] steps) => new() { Name = "a", Steps = steps };
}
