using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synthetic.Browser.Explaining;

/// <summary>An element as the page itself describes it: any of it may be missing, or be a lie.</summary>
internal sealed record SeenElement
{
    public string? Role { get; init; }
    public string? Name { get; init; }

    /// <summary>Its tag with id or class: <c>div#veil</c>.</summary>
    public string? Tag { get; init; }

    public string? Id { get; init; }
    public string? Text { get; init; }
    public string? TestId { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>The landmarks and named elements that it is in: <c>main > form#login</c>.</summary>
    public string? Place { get; init; }

    /// <summary>Its left and upper edge in pixels of the page: <c>x 8, y 120</c>.</summary>
    public string? Position { get; init; }

    /// <summary>What moves it: <c>animation "pulse" of button#buy</c>; empty where nothing does.</summary>
    public string? Animation { get; init; }

    /// <summary>Why it can't be seen; empty where it can.</summary>
    public string? Hidden { get; init; }

    /// <summary>What disables it; empty where nothing does.</summary>
    public string? Disabled { get; init; }

    /// <summary>What lies over its middle, by its tag; empty for nothing.</summary>
    public string? Cover { get; init; }

    /// <summary>What that says.</summary>
    public string? CoverText { get; init; }

    /// <summary>The options of a select element; absent for others.</summary>
    public IReadOnlyList<string?>? Options { get; init; }
}

/// <summary>What a locator finds.</summary>
/// <param name="Count">How many elements.</param>
/// <param name="Elements">The first ten of them.</param>
internal sealed record Matches(int Count, IReadOnlyList<SeenElement?>? Elements)
{
    public SeenElement? First => Elements is [{ } first, ..] ? first : null;
}

/// <summary>What a document shows and has.</summary>
internal sealed record PageLook
{
    /// <summary>How many of its elements are told at most.</summary>
    public const int MostElements = 600;

    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Headline { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<SeenElement?>? Elements { get; init; }
}

/// <summary>Reads what the page answered; a page may have put anything in the answer's place.</summary>
internal static class LookAnswer
{
    public static Matches? Matches(string? json) => Read(json, LookJson.Default.Matches);

    public static PageLook? Page(string? json) => Read(json, LookJson.Default.PageLook);

    private static T? Read<T>(string? json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json is null or { Length: > 2_000_000 } ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Serialisation of what a look at a page brings.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Matches))]
[JsonSerializable(typeof(PageLook))]
internal sealed partial class LookJson : JsonSerializerContext;
