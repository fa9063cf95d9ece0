using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>An element near to what was looked for.</summary>
/// <param name="Element">The element.</param>
/// <param name="Frame">The frame that it is in; <c>null</c> for the page itself.</param>
/// <param name="Likeness">How near, from 0 to 1; 1 where name, text or id are the same but for capitals, spaces and signs.</param>
internal sealed record NearElement(SeenElement Element, string? Frame, double Likeness);

/// <summary>Finds what a locator that matches nothing may have been meant to find. Pure.</summary>
internal static class NearElements
{
    private const int Most = 3;

    /// <summary>From here on two names have more in common than not.</summary>
    private const double Near = 0.5;

    /// <summary>Among equally near ones the one of the right role comes first.</summary>
    private const double RoleBonus = 0.1;

    /// <summary>The nearest elements, the nearest first; none where none is near.</summary>
    public static IReadOnlyList<NearElement> Of(Locator sought, Findings finding)
    {
        var everywhere = (finding.Page?.Elements ?? []).Select(e => (Element: e, Frame: (string?)null))
            .Concat(finding.Frames.SelectMany(f => (f.Look.Elements ?? []).Select(e => (Element: e, Frame: (string?)f.Frame))));
        NearElement[] near =
        [
            .. from one in everywhere
               where one.Element is not null
               let likeness = Likeness(sought, one.Element)
               where likeness >= Near
               orderby likeness + (HasRole(sought, one.Element) ? RoleBonus : 0) descending
               select new NearElement(one.Element, one.Frame, likeness),
        ];
        // Of an element and those around it, which all have its text, one is enough; and where one is the very thing, others only confuse.
        return [.. near.DistinctBy(n => (n.Element.Role, NameOf(n.Element), n.Frame)).Where(n => n.Likeness == 1 || near[0].Likeness < 1).Take(Most)];
    }

    /// <summary>What people call an element: its name, its text, or its id.</summary>
    public static string NameOf(SeenElement element) =>
        element switch
        {
            { Name.Length: > 0 } => element.Name,
            { Text.Length: > 0 } => element.Text,
            { Placeholder.Length: > 0 } => element.Placeholder,
            _ => "",
        };

    /// <summary>How alike two texts are, from 0 to 1: by the pairs of letters that they share.</summary>
    /// <param name="wanted">The text that is looked for.</param>
    /// <param name="there">The text that there is.</param>
    public static double Likeness(string wanted, string there)
    {
        var (left, right) = (Plain(wanted), Plain(there));
        if (left.Length == 0 || right.Length == 0)
            return 0;
        if (left == right)
            return 1;
        var (pairs, others) = (Pairs(left), Pairs(right));
        var shared = pairs.Sum(pair => Math.Min(pair.Value, others.GetValueOrDefault(pair.Key)));
        var alike = 2.0 * shared / Math.Max(1, pairs.Values.Sum() + others.Values.Sum());
        // Who looks for "Save" may well mean "Save changes", though most of that is something else.
        return Math.Min(0.99, left.Length >= 3 && right.Contains(left, StringComparison.Ordinal) ? Math.Max(alike, 0.6) : alike);
    }

    private static double Likeness(Locator sought, SeenElement element)
    {
        double To(string? theirs, string? wanted) => theirs is null || wanted is null ? 0 : Likeness(wanted, theirs);
        return sought.Kind switch
        {
            LocatorKind.TestId => Math.Max(To(element.TestId, sought.Value), To(element.Id, sought.Value)),
            LocatorKind.Selector when Wanted.TextOf(sought.Value) is null => To(element.Id, Wanted.IdOf(sought.Value)),
            _ => Math.Max(To(element.Name, Wanted.Text(sought)), Math.Max(To(element.Text, Wanted.Text(sought)), To(element.Placeholder, Wanted.Text(sought)))),
        };
    }

    private static bool HasRole(Locator sought, SeenElement element) => sought.Kind switch
    {
        LocatorKind.Role => element.Role == sought.Value,
        LocatorKind.Label or LocatorKind.Placeholder => element.Role is "textbox" or "combobox" or "checkbox" or "radio" or "searchbox" or "spinbutton",
        LocatorKind.Selector or LocatorKind.TestId or LocatorKind.Text => element.Role?.Length > 0,
    };

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Take(200)).ToLowerInvariant();

    private static Dictionary<(char, char), int> Pairs(string text) =>
        text.Zip(text.Skip(1)).GroupBy(pair => pair).ToDictionary(same => same.Key, same => same.Count());
}
