using System.Text.Json;
using System.Text.RegularExpressions;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Inspecting;

/// <summary>Reads the driver's accessibility snapshot of a page: a line for each element, with role, name and state.</summary>
internal static partial class AriaLines
{
    /// <summary>Roles of what a person acts on, and of headings, which tell where on the page one is.</summary>
    private static readonly HashSet<string> Roles =
    [
        "button", "checkbox", "combobox", "gridcell", "heading", "link", "listbox", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio",
        "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "treeitem",
    ];

    /// <summary>What can be acted on, each with a locator that finds it alone among the others.</summary>
    /// <param name="snapshot">The snapshot of one document.</param>
    /// <param name="frame">The iframe that the document is in; <c>null</c> for the page's own.</param>
    public static IReadOnlyList<FoundElement> Read(string snapshot, Locator? frame)
    {
        (string Role, string? Name, string[] State)[] lines = [.. snapshot.Split('\n').Select(Parse).OfType<(string, string?, string[])>()];
        var elements = new List<FoundElement>();
        for (var n = 0; n < lines.Length; n++)
        {
            var (role, name, state) = lines[n];
            if (!Roles.Contains(role))
                continue;
            var ofRole = lines.Select((line, index) => (line, index)).Where(other => other.line.Role == role);
            var part = ofRole.Where(other => name is null || other.line.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) == true).ToList();
            var exact = name is not null && part.Any(other => other.line.Name != name);
            var same = exact ? [.. part.Where(other => other.line.Name == name)] : part;
            var locator = new Locator(LocatorKind.Role, role, name)
            {
                Exact = exact,
                Nth = same.Count > 1 ? same.FindIndex(other => other.index == n) : null,
                Frame = frame,
            };
            elements.Add(new FoundElement(locator, state));
        }
        return elements;
    }

    private static (string Role, string? Name, string[] State)? Parse(string line)
    {
        var text = line.TrimStart();
        // What would mean something else to YAML stands in quotes, in which a quote is written twice.
        if (text.StartsWith("- '", StringComparison.Ordinal))
            text = $"- {text[3..].Replace("''", "'", StringComparison.Ordinal)}";
        if (Line().Match(text) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Success ? Name(match.Groups["name"].Value) : null;
        return (match.Groups["role"].Value, name, [.. match.Groups["state"].Captures.Select(state => state.Value)]);
    }

    private static string? Name(string quoted)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(quoted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^- (?<role>[a-z]+)(?: (?<name>"(?:[^"\\]|\\.)*"))?(?: \[(?<state>[^\]]*)\])*""", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
