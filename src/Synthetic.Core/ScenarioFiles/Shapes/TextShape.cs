using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>A string.</summary>
/// <param name="what">What it is, to follow "must be": <c>a selector</c>.</param>
/// <param name="min">Fewest characters.</param>
/// <param name="max">Most characters.</param>
internal sealed class TextShape(string what, int min = 1, int max = 2000) : Shape<string>
{
    /// <summary>What is wrong with a text: what it must be, and what to do; <c>null</c> where nothing is.</summary>
    public Func<string, ReadContext, (string Must, string? Advice)?>? Problem { get; init; }

    /// <summary>The schema's pattern, for editors: it may be looser than <see cref="Problem"/>, never tighter.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it has to stand in the file itself, because it is shown everywhere.</summary>
    public bool Literal { get; init; }

    /// <summary>Whether control characters and line ends may be in it.</summary>
    public bool Lines { get; init; }

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = node.Text;
        if (node.Kind != JsonTokenType.String)
            context.ReportValue(node, $"must be {what}");
        else if (node.Broken)
            return false;
        else if (Literal && node.HasReference)
            context.Report(node, "must not come from the environment: it is shown in records and alerts; write it out");
        else if (value.Length < min)
            context.ReportValue(node, min == 1 ? $"must be {what}" : $"must be {what} of at least {min} characters");
        else if (value.Length > max)
            context.Report(node, $"must have at most {max} characters, has {value.Length}");
        else if (!Lines && value.Any(char.IsControl))
            context.ReportValue(node, $"must be {what} without control characters or line ends");
        else if (Problem?.Invoke(value, context) is var (must, advice))
            context.ReportValue(node, must, advice);
        else
            return true;
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (min > 0)
            schema["minLength"] = min;
        // With references in it the text may be longer than its value.
        if (Literal)
            schema["maxLength"] = max;
        if (Pattern is not null)
            schema["pattern"] = Literal ? Pattern : $"{Pattern}|{SchemaDefinitions.ReferencePattern}";
        return schema;
    }
}
