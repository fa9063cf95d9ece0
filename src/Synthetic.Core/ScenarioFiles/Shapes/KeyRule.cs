using System.Text.Json.Nodes;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>Which keys of an object belong together.</summary>
internal abstract record KeyRule(IReadOnlyList<string> Keys)
{
    /// <summary>What is wrong with the keys given, to follow the path; <c>null</c> where nothing is.</summary>
    /// <param name="given">Keys of the rule that are there.</param>
    public abstract string? Problem(IReadOnlyList<string> given);

    public abstract void AddTo(JsonObject schema);

    /// <summary>A key that the message of this rule already asks for, so that no other need do it.</summary>
    public virtual string? AsksFor => null;

    protected static JsonArray Names(IEnumerable<string> keys) => [.. keys.Select(key => (JsonNode?)key)];

    protected static string Quoted(IReadOnlyList<string> keys, string last)
    {
        var quoted = keys.Select(key => $"\"{key}\"").ToList();
        return quoted.Count == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} {last} {quoted[^1]}";
    }
}

/// <summary>A key that must be there.</summary>
internal sealed record RequiredKey(string Key) : KeyRule([Key])
{
    public override string? Problem(IReadOnlyList<string> given) => given.Count == 0 ? $"needs \"{Key}\"" : null;

    public override void AddTo(JsonObject schema)
    {
        var required = schema["required"] as JsonArray ?? [];
        required.Add(Key);
        schema["required"] = required;
    }
}

/// <summary>Exactly one of several keys.</summary>
/// <param name="What">What they are, to follow "needs": <c>one of</c>.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Advice">What to do about several.</param>
internal sealed record OneKey(string What, IReadOnlyList<string> Keys, string Advice) : KeyRule(Keys)
{
    public override string? Problem(IReadOnlyList<string> given) => given.Count switch
    {
        0 => $"needs {What} {Quoted(Keys, "or")}",
        1 => null,
        _ => $"must have only one of {Quoted(given, "and")}; {Advice}",
    };

    public override void AddTo(JsonObject schema) =>
        schema["oneOf"] = new JsonArray([.. Keys.Select(key => new JsonObject { ["required"] = Names([key]) })]);
}

/// <summary>At least one of all the keys an object has.</summary>
internal sealed record AnyKey(IReadOnlyList<string> Keys) : KeyRule(Keys)
{
    public override string? Problem(IReadOnlyList<string> given) =>
        given.Count == 0 ? $"is empty; give at least {(Keys.Count == 1 ? "" : "one of ")}{Quoted(Keys, "or")}, or leave it out" : null;

    public override void AddTo(JsonObject schema) => schema["minProperties"] = 1;
}

/// <summary>No more than one of several keys.</summary>
internal sealed record AtMostOneKey(IReadOnlyList<string> Keys, string Advice) : KeyRule(Keys)
{
    public override string? Problem(IReadOnlyList<string> given) =>
        given.Count > 1 ? $"must have only one of {Quoted(given, "and")}; {Advice}" : null;

    public override void AddTo(JsonObject schema)
    {
        var all = schema["allOf"] as JsonArray ?? [];
        foreach (var (key, index) in Keys.Select((key, index) => (key, index)))
        {
            foreach (var other in Keys.Skip(index + 1))
                all.Add(new JsonObject { ["not"] = new JsonObject { ["required"] = Names([key, other]) } });
        }
        schema["allOf"] = all;
    }
}

/// <summary>A key that means something only next to another.</summary>
/// <param name="Key">The key.</param>
/// <param name="Needs">The others, of which one will do.</param>
internal sealed record DependentKey(string Key, params IReadOnlyList<string> Needs) : KeyRule([Key, .. Needs])
{
    public override string? Problem(IReadOnlyList<string> given) => given.Contains(Key) && !Needs.Any(given.Contains)
        ? $"has \"{Key}\", which goes only with {Quoted(Needs, "or")}; add {(Needs.Count == 1 ? $"\"{Needs[0]}\"" : "one of them")} or drop \"{Key}\""
        : null;

    public override string? AsksFor => Needs.Count == 1 ? Needs[0] : null;

    public override void AddTo(JsonObject schema)
    {
        if (Needs.Count == 1)
        {
            var required = schema["dependentRequired"] as JsonObject ?? [];
            required[Key] = Names(Needs);
            schema["dependentRequired"] = required;
            return;
        }
        var schemas = schema["dependentSchemas"] as JsonObject ?? [];
        schemas[Key] = new JsonObject { ["anyOf"] = new JsonArray([.. Needs.Select(key => new JsonObject { ["required"] = Names([key]) })]) };
        schema["dependentSchemas"] = schemas;
    }
}
