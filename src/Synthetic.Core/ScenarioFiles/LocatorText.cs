using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Writes locators as a scenario file has them, ready to be copied.</summary>
public static class LocatorText
{
    // Shown to people: umlauts and quotes stay readable; control characters are escaped all the same.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The locator as JSON: <c>{"role":"button","name":"Save"}</c>.</summary>
    public static string Json(Locator locator) => Node(locator).ToJsonString(Options);

    private static JsonNode Node(Locator locator)
    {
        if (locator is { Kind: LocatorKind.Selector, IsPlain: true })
            return JsonValue.Create(locator.Value);
        var node = new JsonObject { [JsonNamingPolicy.CamelCase.ConvertName(locator.Kind.ToString())] = locator.Value };
        if (locator.Name is not null)
            node["name"] = locator.Name;
        if (locator.Exact)
            node["exact"] = true;
        if (locator.HasText is not null)
            node["hasText"] = locator.HasText;
        if (locator.Nth is { } nth)
            node[nth < 0 ? "last" : "nth"] = nth < 0 ? true : nth;
        if (locator.Within is not null)
            node["within"] = Node(locator.Within);
        if (locator.Frame is not null)
            node["frame"] = Node(locator.Frame);
        return node;
    }
}
