using Synthetic.Core.Baselines;
using Synthetic.Core.Basics;
using Synthetic.Core.Metrics;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Reporting;

/// <summary>Turns limits over a baseline into numbers: pure, so that a run's evidence says all that its budgets are judged by.</summary>
public static class BaselineBudgets
{
    /// <summary>What a scenario's budgets need to know; nothing where all limits are numbers.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<BaselineKey> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. Keys(null, scenario.Budgets).Concat(scenario.Steps.SelectMany(step => Keys(step.Name, step.Budgets))).Distinct()];
    }

    /// <summary>The scenario with limits that are numbers wherever their baseline is known, and the reason where it is not.</summary>
    /// <param name="scenario">The scenario; it stays as it is.</param>
    /// <param name="find">What is usual; <c>null</c> where nobody has looked yet.</param>
    public static Scenario Resolve(Scenario scenario, Func<BaselineKey, UsualTime?> find)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IReadOnlyList<Budget> With(string? step, IReadOnlyList<Budget> budgets) =>
            [.. budgets.Select(budget => budget.Percent is null ? budget : Resolve(budget, find(new BaselineKey(step, budget.Metric))))];
        return scenario with
        {
            Budgets = With(null, scenario.Budgets),
            Steps = [.. scenario.Steps.Select(step => step with { Budgets = With(step.Name, step.Budgets) })],
        };
    }

    private static IEnumerable<BaselineKey> Keys(string? step, IEnumerable<Budget> budgets) =>
        budgets.Where(budget => budget.Percent is not null).Select(budget => new BaselineKey(step, budget.Metric));

    private static Budget Resolve(Budget budget, UsualTime? usual) => usual switch
    {
        null => budget with { Reason = "no baseline yet: the store was not read" },
        { Ms: { } ms } => budget with { BaselineMs = ms, Limit = Over(ms, budget) },
        _ => budget with { Reason = $"no baseline yet: {usual.Runs} of {Baseline.LeastRuns} runs" },
    };

    /// <summary>Never nearer than the metric scatters by anyway: a fifth of 4 ms is nothing.</summary>
    private static double Over(double ms, Budget budget) => Milliseconds.Round(
        ms + Math.Max(ms * budget.Percent!.Value / 100, MetricTable.Find(budget.Metric)?.LeastOverBaselineMs ?? 0));
}

/// <summary>What a baseline is of.</summary>
/// <param name="Step">The step's name; <c>null</c> for the worst step of each run.</param>
/// <param name="Metric">The metric's name.</param>
public sealed record BaselineKey(string? Step, string Metric)
{
    /// <summary>The component whose history it is: of a Server-Timing metric all that was reported, for that is what budgets judge.</summary>
    public string Component => Metric.StartsWith(MetricTable.ServerPrefix, StringComparison.Ordinal)
        ? ComponentTime.Reported(Metric[MetricTable.ServerPrefix.Length..])
        : Metric;
}
