using Synthetic.Core.Metrics;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Finds limits that no run will ever judge. They are no errors: a file with one says what it says.</summary>
public static class BudgetWarnings
{
    /// <summary>The warnings of a scenario, in its order.</summary>
    /// <param name="scenario">A valid scenario; one in C# gives none, since its steps are not known before it runs.</param>
    /// <returns>A sentence each, with scenario, step and metric.</returns>
    public static IReadOnlyList<string> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Script is not null)
            return [];
        var ofRun = scenario.Budgets
            .Where(budget => Windows(budget).Count > 0 && !scenario.Steps.Any(step => IsInput(step.Action)))
            .Select(budget => $"{scenario.Name}: the budget {budget.Metric} of the whole run is never judged: no step of it has an input that the browser times");
        var ofSteps = scenario.Steps.SelectMany(step => step.Budgets.Select(budget => (Step: step, Budget: budget, Why: Why(step, budget))))
            .Where(found => found.Why is not null)
            .Select(found => $"{scenario.Name} / {found.Step.Name}: the budget {found.Budget.Metric} {found.Why}");
        return [.. ofRun, .. ofSteps];
    }

    private static string? Why(Step step, Budget budget) => Windows(budget) switch
    {
        [WindowKind.Inp] when !IsInput(step.Action) => $"is never judged: \"{Keys.ActionShapes.KeyOf(step.Action)}\" is no input that the browser times",
        [WindowKind.Response] when step.Action == StepAction.WaitFor => "is never judged: \"waitFor\" does nothing that it could be counted from",
        [WindowKind.Response] when step.Expect is null && IsInput(step.Action) => "is judged only where the browser itself links a paint to the input: give the step an \"expect\"",
        [WindowKind.Response] when step.Expect is null => "is never judged: the step has no \"expect\"",
        _ => null,
    };

    private static IReadOnlyList<WindowKind> Windows(Budget budget) =>
        budget.Metric.StartsWith(MetricTable.ServerPrefix, StringComparison.Ordinal) || budget.Metric.StartsWith(MetricTable.ServerTotalPrefix, StringComparison.Ordinal) ? [] : MetricTable.Find(budget.Metric)?.Windows ?? [];

    private static bool IsInput(StepAction action) => action switch
    {
        StepAction.Click or StepAction.Dblclick or StepAction.Tap or StepAction.KeyDown or StepAction.KeyUp or StepAction.Press or StepAction.Type or StepAction.Check or StepAction.Uncheck or StepAction.Code => true,
        StepAction.Goto or StepAction.Fill or StepAction.Select or StepAction.Hover or StepAction.Scroll or StepAction.Upload
            or StepAction.WaitFor or StepAction.Reload or StepAction.Back or StepAction.Drag or StepAction.Clear => false,
    };
}
