using Synthetic.Core.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Alerting;

/// <summary>Finds the culprit that goes with a budget: that of the worst matching window.</summary>
internal static class BudgetCulprit
{
    public static (Culprit? Culprit, string? Group) For(RunRecord record, BudgetResult budget) =>
        MetricTable.Find(budget.Metric)?.Windows is [var window, ..] && Worst(record, budget.Step, window) is { } worst
            ? (worst.Culprit, Group(worst.Culprit, worst.Step))
            : (null, null);

    /// <summary>Who is to blame for the longest window of a sort, in a step or the whole run; <c>null</c> where nobody is.</summary>
    public static (Culprit Culprit, StepResult Step)? Worst(RunRecord record, string? name, WindowKind sort)
    {
        var (culprit, at) = (
            from step in record.Steps
            where name is null || step.Name == name
            // Of the whole run only interactions are judged.
            let window = name is null ? step.Longest(sort) : step.LongestOfAll(sort)
            where window is not null
            orderby window.Ms descending
            select (window.Culprit, step)).FirstOrDefault();
        return culprit is null ? null : (culprit, at);
    }

    /// <summary>What an alert has in common with those of other scenarios.</summary>
    // The same component's name on another host is another component.
    public static string? Group(Culprit culprit, StepResult step)
    {
        if (culprit is not { Kind: CulpritKind.Backend, Component: { } component })
            return null;
        // Whom a proof found has no request of its own: then it is the one that reports most of it.
        var request = culprit.RequestId is { } id
            ? step.Requests.FirstOrDefault(request => request.Id == id)
            : step.Requests.Where(request => Reported(request, component) > 0).MaxBy(request => Reported(request, component));
        // A message has no request, but the connection has an address.
        var host = Uri.TryCreate(request?.Url ?? culprit.Url, UriKind.Absolute, out var uri) ? "@" + uri.Authority : "";
        return $"backend:{component.ToLowerInvariant()}{host}";
    }

    private static double Reported(RequestResult request, string component) => request.ServerTiming
        .Where(metric => string.Equals(metric.Name, component, StringComparison.OrdinalIgnoreCase)).Sum(metric => metric.Ms);
}
