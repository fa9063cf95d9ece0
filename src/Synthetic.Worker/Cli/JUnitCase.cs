using Synthetic.Core.Diagnosing;
using Synthetic.Core.Running;

namespace Synthetic.Worker.Cli;

/// <summary>One case of a JUnit report.</summary>
/// <param name="Name">The step's name, or <c>run</c> for what belongs to no step.</param>
/// <param name="Ms">Its duration.</param>
/// <param name="Skipped">Whether it was never reached.</param>
/// <param name="Failure">What the target did wrong.</param>
/// <param name="Error">What the monitor did wrong.</param>
internal sealed record JUnitCase(string Name, double Ms, bool Skipped, string? Failure, string? Error)
{
    internal static IEnumerable<JUnitCase> Of(RunRecord record, string suffix)
    {
        foreach (var step in record.Steps)
        {
            var problems = Failed(record, step.Name, step.Status == StepStatus.Failed).Concat(Broken(record, step.Name, step));
            yield return new(step.Name + suffix, step.DurationMs, step.Status == StepStatus.Skipped, Joined(problems), null);
        }

        if (Whole(record, suffix) is { } whole)
            yield return whole;
    }

    // Budgets of the whole run, failures outside any step, and trouble of the monitor's own.
    private static JUnitCase? Whole(RunRecord record, string suffix)
    {
        var budgets = record.Budgets.Any(budget => budget.Step is null);
        var blamed = record.Steps.Any(step => step.Status == StepStatus.Failed && step.Name == record.Failure?.Step);
        var loose = record.Failure is not null && !blamed;
        if (!budgets && !loose && record.Steps.Count > 0 && record.Status is RunStatus.Passed or RunStatus.Degraded or RunStatus.Failed)
            return null;
        var problem = Joined((loose ? Failed(record, record.Failure!.Step, true) : []).Concat(Broken(record, null, null)));
        var ours = record.Status is not (RunStatus.Passed or RunStatus.Degraded or RunStatus.Failed);
        return ours
            ? new("run" + suffix, record.DurationMs, false, null, problem ?? $"the run ended as {record.Status.ToString().ToLowerInvariant()}")
            : new("run" + suffix, record.DurationMs, false, problem, null);
    }

    private static IEnumerable<string> Failed(RunRecord record, string? step, bool failed)
    {
        if (!failed || record.Failure is not { } failure || failure.Step != step)
            return [];
        var url = failure.Url is null ? "" : $"\nat {failure.Url}";
        return [$"{failure.Kind.ToString().ToLowerInvariant()}: {failure.Message}{url}"];
    }

    private static IEnumerable<string> Broken(RunRecord record, string? name, StepResult? step) =>
        from budget in record.Budgets
        where budget.Ok == false && budget.Step == name
        let culprit = step?.Interactions.Select(one => budget.Metric == "inp" ? one.Inp?.Culprit : one.Response?.Culprit).FirstOrDefault(one => one is not null)
        select $"{budget.Metric} {budget.Actual:0.###} over its budget of {budget.Limit:0.###}{Blame(culprit)}";

    private static string Blame(Culprit? culprit) => culprit is null ? "" : $"; {culprit.Component ?? culprit.Kind.ToString()} took {culprit.Ms:0.#} ms";

    private static string? Joined(IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        return text.Length == 0 ? null : text;
    }
}
