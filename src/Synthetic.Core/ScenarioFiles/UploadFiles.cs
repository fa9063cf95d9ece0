using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Finds the files that steps upload: a path is the writer's, and starts where the scenario file is.</summary>
internal static class UploadFiles
{
    public static void Find(ScenarioFileConfig file, ReadContext context)
    {
        foreach (var step in file.Scenarios.SelectMany(scenario => scenario.Steps))
        {
            if (step.Action is { Kind: StepAction.Upload } upload)
                step.Action = upload with { Values = [.. upload.Values.Select(path => Found(path, NodeOf(step, path), context))] };
        }
    }

    private static string Found(string path, ConfigNode node, ReadContext context)
    {
        if (context.Vocabulary.FileFor(path) is { } found)
            return found;
        context.ReportValue(node, "must be a file that is there, by a path from the scenario file's folder");
        return path;
    }

    private static ConfigNode NodeOf(StepConfig step, string path)
    {
        var value = step.Source!["upload"]!["value"]!;
        return value.Kind == JsonTokenType.StartArray ? value.Items.First(item => item.Text == path) : value;
    }
}
