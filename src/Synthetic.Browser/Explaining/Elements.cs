using Synthetic.Core.Evidence;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>Elements in words: those that match, and those that are near.</summary>
internal sealed class Elements(PageText text)
{
    private const int MostNamed = 5;

    /// <summary><c>link "Create this page [e]"</c>; by its tag where it has no role and no name.</summary>
    public string Name(SeenElement e)
    {
        var name = NearElements.NameOf(e);
        var role = e.Role is { Length: > 0 } ? text.Show(e.Role) : null;
        return name.Length > 0 ? $"{role ?? "text"} {text.Quote(name)}" : role is null ? text.Show(e.Tag) : $"{role} ({text.Show(e.Tag)})";
    }

    /// <summary>The first of those that match, with the place of each among all.</summary>
    public IReadOnlyList<Candidate> Matching(Matches matches) =>
        [.. (matches.Elements ?? []).OfType<SeenElement>().Take(MostNamed).Select((e, n) => Of(e, Place($"{Nth(n + 1)} of {matches.Count}", e, null)))];

    public IReadOnlyList<Candidate> NearTo(IReadOnlyList<NearElement> near) => [.. near.Select(n => Of(n.Element, Place("", n.Element, n.Frame)))];

    /// <summary>Several match: which, and how to say which is meant.</summary>
    public string Several(Locator sought, Matches matches)
    {
        SeenElement[] some = [.. (matches.Elements ?? []).OfType<SeenElement>().Take(MostNamed)];
        var placesTell = some.Select(e => Name(e) + InBrackets(e)).Distinct().Count() == some.Length;
        var listed = some.Select((e, n) => $"\"nth\": {n} is {Name(e)}{InBrackets(e, placesTell ? null : e.Position)}");
        var rest = matches.Count > some.Length ? $", and {matches.Count - some.Length} more" : "";
        return $"{matches.Count} elements match, and the locator does not say which is meant: {string.Join(", ", listed)}{rest}; write {text.Show(LocatorText.Json(sought with { Nth = 0 }), 300)} for the first, or add \"within\" to say where it is{(IsByName(sought) && matches.Count == some.Length && AreNamesApart(some) ? $"; best write the whole name of the one that is meant, as {text.Quote(NearElements.NameOf(some[0]))}" : "")}";
    }

    private static bool IsByName(Locator sought) =>
        sought is { Kind: LocatorKind.Role, Name: not null } or { Kind: LocatorKind.Text or LocatorKind.Label or LocatorKind.Placeholder };

    /// <summary>Names that differ tell more than places, which change when the page does.</summary>
    private static bool AreNamesApart(SeenElement[] some) =>
        some.Select(NearElements.NameOf).Distinct().Count() == some.Length && some.All(e => NearElements.NameOf(e).Length > 0);

    /// <summary>The nearest of what there is instead; <c>null</c> where nothing is near.</summary>
    public string? Instead(Locator sought, IReadOnlyList<NearElement> near)
    {
        if (near is not [var first, ..])
            return null;
        var role = first.Likeness == 1 && sought.Kind == LocatorKind.Role && first.Element.Role != sought.Value ? $", not {Article(sought.Value)} {sought.Value}" : "";
        var hidden = first.Element.Hidden is { Length: > 0 } ? ", which is hidden" : "";
        var place = first.Frame is { } frame ? $" inside the frame {text.Show(frame)}" : "";
        var others = near.Skip(1).Select(n => Name(n.Element)).Distinct().Where(name => name != Name(first.Element)).ToArray();
        var advice = first.Frame is not { } inside ? "did you mean that?" : $"{(HasText(sought, first.Element) ? "" : "did you mean that? Then take its name, and")} add \"frame\": {text.Quote(inside)} to the locator".TrimStart();
        return $"there is {Article(Name(first.Element))} {Name(first.Element)}{Known(sought, first.Element)}{place}{role}{hidden}{(others.Length > 0 ? $", and {string.Join(" and ", others)}" : "")}; {advice}";
    }

    /// <summary>Whether its locator would find it by its text, were it told where to look.</summary>
    private static bool HasText(Locator sought, SeenElement e) =>
        Wanted.Text(sought) is not { } wanted || new[] { NearElements.NameOf(e), e.Text, e.Id, e.TestId }.Any(theirs => theirs?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What the element is known by where it is not its name that was looked for.</summary>
    private string Known(Locator sought, SeenElement e) => sought.Kind switch
    {
        LocatorKind.TestId when e.TestId is { Length: > 0 } id => $" (testId {text.Quote(id)})",
        LocatorKind.Selector when Wanted.TextOf(sought.Value) is null && e.Id is { Length: > 0 } id => $" (#{text.Show(id)})",
        LocatorKind.Selector or LocatorKind.Role or LocatorKind.TestId or LocatorKind.Label or LocatorKind.Text or LocatorKind.Placeholder => "",
    };

    private Candidate Of(SeenElement e, string place) =>
        new(e.Role is { Length: > 0 } role ? text.Show(role) : null, NearElements.NameOf(e) is { Length: > 0 } name ? text.Show(name) : null, place.Length > 0 ? place : null);

    private string InBrackets(SeenElement e, string? position = null)
    {
        string[] more = [.. new[] { e.Place is { Length: > 0 } place ? $"in {text.Show(place)}" : "", position is { Length: > 0 } ? $"at {text.Show(position)}" : "", e.Hidden is { Length: > 0 } ? "hidden" : "" }.Where(part => part.Length > 0)];
        return more.Length == 0 ? "" : $" ({string.Join(", ", more)})";
    }

    private string Place(string which, SeenElement e, string? frame) => string.Join(", ", new[]
    {
        which,
        e.Place is { Length: > 0 } place ? $"in {text.Show(place)}" : "",
        frame is null ? "" : $"in the frame {text.Show(frame)}",
    }.Where(part => part.Length > 0));

    private static string Article(string name) => name is ['a' or 'e' or 'i' or 'o', ..] ? "an" : "a";

    private static string Nth(int n) => n switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => $"{n}th" };
}
