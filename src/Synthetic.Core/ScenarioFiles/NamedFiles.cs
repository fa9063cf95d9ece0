using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Finds the files that a scenario file names: a path is the writer's, and starts where the scenario file is.</summary>
internal static class NamedFiles
{
    public static void Find(ScenarioFileConfig file, ReadContext context)
    {
        var steps = file.Scenarios.SelectMany(scenario => scenario.Steps).Concat(file.Shared.Values.SelectMany(shared => shared));
        foreach (var step in steps.SelectMany(step => step.Actions.Prepend(step)))
        {
            if (step.Action is { Kind: StepAction.Upload } upload)
                step.Action = upload with { Values = [.. upload.Values.Select(path => Found(path, NodeOf(step, path), context))] };
        }
        foreach (var browser in file.Scenarios.Select(scenario => scenario.Browser).Prepend(file.Defaults.Browser).OfType<BrowserConfig>())
        {
            if (browser.StorageState is { } path)
                browser.StorageState = Found(path, browser.Source!["storageState"]!, context);
        }
    }

    private static string Found(string path, ConfigNode node, ReadContext context)
    {
        // What a step reads may be a part of it: then it is known only while the steps run.
        if (path.Contains("${", StringComparison.Ordinal))
            return path;
        if (context.Vocabulary.FileFor(path) is { } found)
            return found;
        context.ReportValue(node, "must be a file that is there, by a path from the scenario file's folder");
        return path;
    }

    private static ConfigNode NodeOf(ActionStepConfig step, string path)
    {
        var value = step.Source!["upload"]!["value"]!;
        return value.Kind == JsonTokenType.StartArray ? value.Items.First(item => item.Text == path) : value;
    }
}
