using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>What the keys of one step must not say together. Anything may be missing here.</summary>
internal static class StepChecks
{
    public static void Run(StepConfig step, ReadContext context)
    {
        // A page can listen only to what is done to it.
        if (step is { Ready: PageReadiness.Listeners, Action.Kind: StepAction.Goto or StepAction.Reload or StepAction.Back or StepAction.WaitFor })
            context.ReportValue(step.Source!["ready"]!, $"must be \"quiet\" next to \"{StepShapes.KeyOf(step.Action.Kind)}\", to which no page listens");
    }
}
