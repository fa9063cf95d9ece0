using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>The scenario file's JSON Schema (2020-12), made from the very shapes that read the file.</summary>
public static class ScenarioSchema
{
    // Written to a file for people and editors, never into HTML: quotes and signs stay readable.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema's text: indented, the same on every machine, with a newline at the end.</summary>
    public static string Generate()
    {
        var definitions = new SchemaDefinitions();
        var root = FileShapes.File.Describe(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Synthetic scenario file",
        };
        foreach (var (key, value) in root)
            schema[key] = value?.DeepClone();
        schema["$defs"] = definitions.ToJson();
        return schema.ToJsonString(Options) + "\n";
    }
}
