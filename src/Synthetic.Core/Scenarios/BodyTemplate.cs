using System.Text.Json;
using System.Text.RegularExpressions;

namespace Synthetic.Core.Scenarios;

/// <summary>A text of JSON in which members of an alert stand between double braces: <c>{"text": "{{message}}"}</c>.</summary>
/// <param name="text">The text. Each name is a path into the alert's line: <c>{{culprit.component}}</c>; an unknown one is empty.</param>
public sealed partial class BodyTemplate(string text)
{
    /// <summary>What is wrong with a template.</summary>
    /// <returns>A sentence's end, to follow "must"; <c>null</c> where nothing is wrong.</returns>
    public static string? Problem(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(Place().Replace(text, "0"));
            return null;
        }
        catch (JsonException)
        {
            return "be JSON once each {{member}} is replaced, as in {\"text\": \"{{message}}\"}";
        }
    }

    /// <summary>The text with an alert in it. What is filled in can't end the string that it stands in.</summary>
    /// <param name="alert">The alert, as JSON.</param>
    public string Fill(string alert)
    {
        using var json = JsonDocument.Parse(alert);
        return Place().Replace(text, place => Value(json.RootElement, place.Groups[1].Value.Split('.')));
    }

    private static string Value(JsonElement element, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return "";
        }
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Null => "",
            _ => element.GetRawText(),
        };
        return JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}")]
    private static partial Regex Place();
}
