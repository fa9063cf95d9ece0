using Synthetic.Core.Alerting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Worker.Cli.Records;

/// <summary>One case of a JUnit report.</summary>
/// <param name="Name">The step's name, or <c>run</c> for what belongs to no step.</param>
/// <param name="Ms">Its duration.</param>
/// <param name="Skipped">Why it says nothing; <c>""</c> where it was never reached, <c>null</c> where it was.</param>
/// <param name="Failure">What the target did wrong.</param>
/// <param name="Error">What the monitor did wrong.</param>
internal sealed record JUnitCase(string Name, double Ms, string? Skipped, string? Failure, string? Error)
{
    public static IEnumerable<JUnitCase> Of(RunRecord record, string suffix)
    {
        foreach (var step in record.Steps)
        {
            var problems = step.Status == StepStatus.Failed ? Failed(record, step.Name) : [];
            var skipped = step.Status == StepStatus.Skipped ? "" : Unjudged(record, step.Name);
            yield return Case(record, step.Name + suffix, step.DurationMs, skipped, problems.Concat(Broken(record, step.Name)));
        }

        if (Whole(record, suffix) is { } whole)
            yield return whole;
    }

    // Budgets of the whole run, failures outside any step, and trouble of the monitor's own that no step shows.
    private static JUnitCase? Whole(RunRecord record, string suffix)
    {
        var budgets = Judged(record) && record.Budgets.Any(budget => budget.Step is null);
        var blamed = record.Steps.Any(step => step.Status == StepStatus.Failed && step.Name == record.Failure?.Step);
        var loose = record.Failure is not null && !blamed;
        if (!budgets && !loose && record.Steps.Count > 0 && (blamed || Judged(record)))
            return null;
        IEnumerable<string> problems = [.. loose ? Failed(record, record.Failure!.Step) : [], .. Broken(record, null)];
        if (!Judged(record) && !loose)
            problems = [$"the run ended as {StatusText.Of(record.Status)}"];
        return Case(record, "run" + suffix, record.DurationMs, Unjudged(record, null), problems);
    }

    // What went wrong in a run that says nothing about the target is the monitor's error, wherever it showed.
    private static JUnitCase Case(RunRecord record, string name, double ms, string? skipped, IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        var problem = text.Length == 0 ? null : text;
        return Judged(record) ? new(name, ms, skipped, problem, null) : new(name, ms, skipped, null, problem);
    }

    private static bool Judged(RunRecord record) =>
        record.Status is RunStatus.Passed or RunStatus.Degraded or RunStatus.Failed or RunStatus.Inconclusive;

    // Neither passed nor failed: JUnit's word for a case that says nothing is "skipped".
    private static string? Unjudged(RunRecord record, string? step)
    {
        var broken = record.Status == RunStatus.Inconclusive ? BrokenAt(record, step).ToArray() : [];
        return broken.Length == 0 ? null : $"not judged, the host was noisy: {NoisyHost.Why(record)}\n{string.Join('\n', broken)}";
    }

    private static IEnumerable<string> Failed(RunRecord record, string? step)
    {
        if (record.Failure is not { } failure || failure.Step != step)
            return [];
        var url = failure.Url is null ? "" : $"\nat {failure.Url}";
        return [$"{failure.Kind.ToString().ToLowerInvariant()}: {failure.Message}{url}"];
    }

    private static IEnumerable<string> Broken(RunRecord record, string? step) =>
        Judged(record) && record.Status != RunStatus.Inconclusive ? BrokenAt(record, step) : [];

    private static IEnumerable<string> BrokenAt(RunRecord record, string? step) =>
        record.Budgets.Where(budget => budget.Ok == false && budget.Step == step).Select(budget => BudgetText.Broken(record, budget));
}
