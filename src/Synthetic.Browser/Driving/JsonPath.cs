using System.Globalization;
using System.Text.Json;

namespace Synthetic.Browser.Driving;

/// <summary>Reads a field of a JSON text by a path of names and indexes, such as <c>order.lines.0.id</c>.</summary>
internal static class JsonPath
{
    /// <summary>The field's text; the whole text for an empty path; <c>null</c> where there is no such field, or no JSON.</summary>
    public static string? Read(string text, string? path)
    {
        if (string.IsNullOrEmpty(path))
            return text;
        try
        {
            using var document = JsonDocument.Parse(text);
            var element = document.RootElement;
            foreach (var part in path.Split('.'))
            {
                if (element.ValueKind == JsonValueKind.Array && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
                    element = element[index];
                else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
                    return null;
            }
            return element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
