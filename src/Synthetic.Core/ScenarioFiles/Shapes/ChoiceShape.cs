using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>One of several words.</summary>
/// <param name="what">What it is, to follow "must be": <c>an ARIA role</c>.</param>
/// <param name="known">The words.</param>
/// <param name="listed">Whether the words are the same for every program, so that the schema can list them.</param>
internal sealed class ChoiceShape(string what, Func<ScenarioVocabulary, IReadOnlyCollection<string>> known, bool listed) : Shape<string>
{
    public ChoiceShape(string what, IReadOnlyCollection<string> words)
        : this(what, _ => words, listed: true)
    {
    }

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = node.Text;
        if (node.Broken)
            return false;
        var words = known(context.Vocabulary);
        if (node.Kind == JsonTokenType.String && words.Contains(value))
            return true;
        context.ReportValue(node, $"must be {what}", Suggestion.For(value, words));
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        if (!listed)
            return new JsonObject { ["type"] = "string", ["minLength"] = 1 };
        var words = known(null!).Select(word => (JsonNode?)word);
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["enum"] = new JsonArray([.. words]) },
                new JsonObject { ["type"] = "string", ["pattern"] = SchemaDefinitions.ReferencePattern }),
        };
    }
}
