using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>What of a scenario's steps can be judged only by looking at the whole file. Anything may be missing here.</summary>
internal static class StepChecks
{
    public static void Run(ScenarioConfig scenario, ScenarioFileConfig file, ReadContext context)
    {
        foreach (var step in scenario.Steps.Where(step => step.Use is not null))
            Use(step, file, context);
        foreach (var step in StepExpansion.Of(scenario, file))
            Ready(step, context);
        if (scenario.Source!["baseUrl"] is not null)
            return;
        foreach (var act in StepExpansion.Of(scenario, file).SelectMany(step => step.Actions.Prepend(step)))
        {
            if (act.Action is { Kind: StepAction.Goto, Values: [var url] } && !AddressText.HasScheme(url) && !IsVariable(url))
                Relative(act.Source!["goto"]!, context);
        }
        foreach (var call in (IEnumerable<CallConfig>)[.. scenario.Setup ?? file.Defaults.Setup ?? [], .. scenario.Teardown ?? file.Defaults.Teardown ?? []])
        {
            if (call is { Method: { } method, Url: { } address } && !AddressText.HasScheme(address) && !IsVariable(address))
                Relative(call.Source![method]!, context);
        }
        if ((scenario.Browser ?? file.Defaults.Browser) is { Cookies.Count: > 0 } browser)
            context.Report(browser.Source!["cookies"]!, "need a baseUrl to belong to; give the scenario one");
    }

    private static void Use(StepConfig step, ScenarioFileConfig file, ReadContext context)
    {
        var node = step.Source!;
        if (node.Members.FirstOrDefault(member => member.Key != StepShapes.Use) is { } other)
            context.Report(other.Value, "does not go with \"use\"; write it in the shared steps, or drop it");
        var name = node[StepShapes.Use]!;
        if (!file.Shared.ContainsKey(step.Use!))
            context.ReportValue(name, "must be a name under \"shared\"", Suggestion.For(step.Use!, [.. file.Shared.Keys]));
    }

    // A page can listen only to what is done to it.
    private static void Ready(StepConfig step, ReadContext context)
    {
        if (step is { Ready: PageReadiness.Listeners, Action.Kind: StepAction.Goto or StepAction.Reload or StepAction.Back or StepAction.WaitFor })
            context.ReportValue(step.Source!["ready"]!, $"must be \"quiet\" next to \"{ActionShapes.KeyOf(step.Action.Kind)}\", to which no page listens");
    }

    // The whole address may be one that an earlier step has read.
    private static bool IsVariable(string url) => url.StartsWith("${", StringComparison.Ordinal);

    private static void Relative(ConfigNode node, ReadContext context) =>
        context.ReportValue(node, "must be absolute where the scenario has no baseUrl", "give the scenario a baseUrl");
}
