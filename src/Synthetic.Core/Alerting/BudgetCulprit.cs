using Synthetic.Core.Diagnosing;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>Finds the culprit that goes with a budget: that of the worst matching window.</summary>
internal static class BudgetCulprit
{
    public static (Culprit? Culprit, string? Group) For(RunRecord record, BudgetResult budget)
    {
        var inp = budget.Metric == "inp";
        if (!inp && budget.Metric != "response" && !budget.Metric.StartsWith(Budget.ServerPrefix, StringComparison.Ordinal))
            return (null, null);
        var worst = (
            from step in record.Steps
            where budget.Step is null || step.Name == budget.Step
            from interaction in step.Interactions
            let window = inp
                ? (Ms: interaction.Inp?.Ms, Culprit: interaction.Inp?.Culprit)
                : (Ms: interaction.Response?.Ms, Culprit: interaction.Response?.Culprit)
            where window.Ms is not null
            orderby window.Ms descending
            select (window.Culprit, step)).FirstOrDefault();
        var (culprit, at) = worst;
        return culprit is null ? (null, null) : (culprit, Group(culprit, at));
    }

    // The same component's name on another host is another component.
    private static string? Group(Culprit culprit, StepResult step)
    {
        if (culprit is not { Kind: CulpritKind.Backend, Component: not null })
            return null;
        var url = step.Requests.FirstOrDefault(request => request.Id == culprit.RequestId)?.Url;
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? "@" + uri.Authority : "";
        return $"backend:{culprit.Component}{host}";
    }
}
