using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>An object with known keys, each with a shape of its own and a place in <typeparamref name="T"/>.</summary>
/// <param name="name">The name of its part of the schema.</param>
/// <param name="example">What one looks like, for whoever wrote something else.</param>
internal sealed class ObjectShape<T>(string name, string? example = null) : Shape<T>
    where T : ConfigObject, new()
{
    private readonly List<Property> _properties = [];
    private readonly List<KeyRule> _rules = [];

    /// <summary>Adds a key.</summary>
    public ObjectShape<T> Key<TValue>(string key, Shape<TValue> shape, Action<T, TValue> set, string description)
    {
        _properties.Add(new Property(key, Read, Describe));
        return this;

        void Read(ConfigNode node, ReadContext context, T target)
        {
            if (shape.TryRead(node, context, out var value))
                set(target, value);
        }

        JsonObject Describe(SchemaDefinitions definitions)
        {
            var schema = shape.Describe(definitions);
            var own = schema["description"]?.GetValue<string>();
            schema["description"] = own is null ? description : $"{description} {own}";
            return schema;
        }
    }

    public ObjectShape<T> Rule(KeyRule rule)
    {
        _rules.Add(rule);
        return this;
    }

    /// <summary>Asks for at least one of the keys added so far.</summary>
    public ObjectShape<T> NotEmpty() => Rule(new AnyKey([.. _properties.Select(property => property.Key)]));

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node.Kind != JsonTokenType.StartObject)
        {
            context.ReportValue(node, example is null ? "must be an object" : $"must be an object like {example}");
            return false;
        }

        value = new T { Source = node };
        var meant = new HashSet<string>();
        foreach (var member in node.Members)
        {
            var property = _properties.Find(one => one.Key == member.Key);
            if (property is not null)
                property.Read(member.Value, context, value);
            else
                meant.UnionWith(UnknownKey.Report(member, [.. _properties.Select(one => one.Key)], context));
        }

        CheckRules(node, meant, context);
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Reference(name, () =>
    {
        var schema = new JsonObject { ["type"] = "object" };
        foreach (var rule in _rules)
            rule.AddTo(schema);
        schema["properties"] = new JsonObject(_properties.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Describe(definitions))));
        schema["additionalProperties"] = false;
        return schema;
    });

    /// <summary>A misspelt key has been reported; that the right one is missing would be the same mistake again.</summary>
    private void CheckRules(ConfigNode node, HashSet<string> meant, ReadContext context)
    {
        foreach (var rule in _rules.Where(rule => !rule.Keys.Any(meant.Contains)))
        {
            if (rule.Problem([.. rule.Keys.Where(key => node[key] is not null)]) is not { } problem)
                continue;
            context.Report(node, problem);
            if (rule.AsksFor is { } key)
                meant.Add(key);
        }
    }

    private sealed record Property(string Key, Action<ConfigNode, ReadContext, T> Read, Func<SchemaDefinitions, JsonObject> Describe);
}
