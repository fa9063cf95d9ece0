using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Synthetic.Worker.Logging;

namespace Synthetic.Tests.Logging;

/// <summary>The schema of what the program writes of a type: unknown values are absent, and described as the type's doc comments do.</summary>
internal static class TypeSchema
{
    private static readonly HashSet<string> MayGo = [.. LineCuts.Order.Select(path => path[(path.LastIndexOf('.') + 1)..])];

    public static JsonObject Of(JsonSerializerOptions options, Type type) => options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Written,
    }).AsObject();

    private static JsonNode Written(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema["properties"] is not null)
            schema["required"] = new JsonArray([.. context.TypeInfo.Properties
                .Where(property => schema["properties"]![property.Name] is not null && IsAlwaysWritten(property) && !MayGo.Contains(property.Name))
                .Select(property => (JsonNode)property.Name)]);
        if (context.PropertyInfo is { } own)
        {
            if (Condition(own) != JsonIgnoreCondition.Never)
                WithoutNull(schema);
            if (DocComments.Of(own) is { } text)
                schema["description"] = text;
        }
        else if (context.Path.Length == 0)
        {
            WithoutNull(schema);
        }

        return schema;
    }

    private static void WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types && types.Select(type => type!.GetValue<string>()).Where(type => type != "null").ToArray() is var left && left.Length < types.Count)
            schema["type"] = left is [var one] ? one : new JsonArray([.. left.Select(type => (JsonNode)type)]);
        if (schema["enum"] is JsonArray values && values.Any(value => value is null))
            schema["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) => Condition(property) switch
    {
        JsonIgnoreCondition.Never => true,
        JsonIgnoreCondition.WhenWritingDefault => false,
        _ => Nullable.GetUnderlyingType(property.PropertyType) is null && !property.IsGetNullable,
    };

    private static JsonIgnoreCondition? Condition(JsonPropertyInfo property) =>
        Member(property).GetCustomAttribute<JsonIgnoreAttribute>()?.Condition;

    /// <summary>The property in the code: the exporter knows its JSON name.</summary>
    public static PropertyInfo Member(JsonPropertyInfo property) =>
        property.DeclaringType.GetProperties().Single(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name) == property.Name);
}
