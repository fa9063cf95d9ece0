using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Worker.Logging;

namespace Synthetic.Tests.Logging;

/// <summary>The JSON Schemas (2020-12) of log lines: of runs and alerts made from their types, of the other events from <see cref="EventMembers"/>.</summary>
internal static class LineSchemas
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Run()
    {
        var record = TypeSchema.Of(RunJson.Options, typeof(RunRecord));
        record["properties"]!.AsObject().Remove("evidence");
        record["properties"]!["schema"] = new JsonObject { ["const"] = RunRecord.CurrentSchema, ["description"] = "The version of this shape." };
        return Text("Synthetic log line: a run", "run", record);
    }

    public static string Alert()
    {
        var alert = TypeSchema.Of(AlertJson.Options, typeof(Alert));
        // It stands in every line.
        alert["properties"]!.AsObject().Remove("message");
        return Text("Synthetic log line: an alert", "alert", alert);
    }

    public static string Events() => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Synthetic log line: any other event",
        ["oneOf"] = new JsonArray([.. EventMembers.All.Select(one => (JsonNode)Line(one.Key, one.Value()))]),
    }.ToJsonString(Options) + "\n";

    private static string Text(string title, string name, JsonObject own)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in Line(name, own))
            schema[key] = value?.DeepClone();
        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonObject Line(string name, JsonObject own)
    {
        var members = new JsonObject
        {
            ["timestamp"] = Node("string", "When it was written, ISO 8601, UTC.", ("format", "date-time")),
            ["level"] = new JsonObject { ["enum"] = new JsonArray("debug", "info", "warning", "error", "fatal"), ["description"] = "How much it matters." },
            ["event"] = new JsonObject { ["const"] = name, ["description"] = "What the line is about." },
            ["message"] = Node("string", "A sentence for people."),
        };
        foreach (var (key, value) in own["properties"]!.AsObject())
            members[key] = value!.DeepClone();
        members["truncated"] = new JsonObject { ["const"] = true, ["description"] = "There where something was left out to keep the line short." };
        members["leftOut"] = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string" },
            ["description"] = "Paths of the members that were left out: steps[].requests.",
        };
        // What a line that is too long may lose cannot be required.
        string[] required = ["timestamp", "level", "event", "message", .. own["required"]!.AsArray().Select(one => one!.GetValue<string>()).Where(LineCuts.Kept.Contains)];
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = members,
            ["required"] = new JsonArray([.. required.Distinct().Where(members.ContainsKey).Select(one => (JsonNode)one)]),
        };
    }

    private static JsonObject Node(string type, string description, params (string Key, string Value)[] more)
    {
        var node = new JsonObject { ["type"] = type };
        foreach (var (key, value) in more)
            node[key] = value;
        node["description"] = description;
        return node;
    }
}
