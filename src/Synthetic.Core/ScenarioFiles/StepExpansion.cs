using Synthetic.Core.ScenarioFiles.Config;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Puts shared steps where their name stands.</summary>
internal static class StepExpansion
{
    /// <summary>A scenario's steps; a name that the file does not have stands for none.</summary>
    public static IReadOnlyList<StepConfig> Of(ScenarioConfig scenario, ScenarioFileConfig file) =>
        [.. scenario.Steps.SelectMany(step => step.Use is null ? [step] : file.Shared.GetValueOrDefault(step.Use) ?? [])];
}
