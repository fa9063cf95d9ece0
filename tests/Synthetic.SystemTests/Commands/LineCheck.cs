using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Synthetic.Tests.Logging;

/// <summary>Holds log lines against the schemas in <c>schemas/</c>, and allows no member that those do not name: a new one must be described.</summary>
internal static class LineCheck
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonSchema>> Schemas = new(() => new Dictionary<string, JsonSchema>
    {
        ["run"] = Strict("run-line"),
        ["alert"] = Strict("alert-line"),
        [""] = Strict("event-line"),
    });

    /// <summary>What is wrong with a line.</summary>
    /// <returns>A sentence for each mistake; none for a good line.</returns>
    public static IReadOnlyList<string> Wrongs(string line)
    {
        using var document = JsonDocument.Parse(line);
        var name = document.RootElement.GetProperty("event").GetString()!;
        var result = Schemas.Value[name is "run" or "alert" ? name : ""].Evaluate(
            document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
                .SelectMany(detail => detail.Errors!.Select(error => $"{name}{detail.InstanceLocation}: {error.Value}")).DefaultIfEmpty($"{name}: not valid")];
    }

    private static JsonSchema Strict(string name, [CallerFilePath] string here = "")
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "schemas", $"{name}.schema.json")))!;
        Close(schema);
        return JsonSchema.FromText(schema.ToJsonString());
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Close(item);
        }
        else if (node is JsonObject members)
        {
            foreach (var (_, value) in members)
                Close(value);
            if (members["properties"] is JsonObject && members["type"] is not null && members["additionalProperties"] is null)
                members["additionalProperties"] = false;
        }
    }
}
