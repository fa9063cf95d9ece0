using System.Text;

namespace Synthetic.Core.Scenarios;

/// <summary>How an element is found.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Value">The selector, role, test id or text.</param>
/// <param name="Name">The accessible name, for <see cref="LocatorKind.Role"/>; <c>null</c> for any.</param>
public sealed record Locator(LocatorKind Kind, string Value, string? Name = null)
{
    /// <summary>Whether the name, label, text or placeholder must be the whole one, in the same case; otherwise a part of it will do, in any case.</summary>
    public bool Exact { get; init; }

    /// <summary>A text that it must contain, in any case; <c>null</c> for any.</summary>
    public string? HasText { get; init; }

    /// <summary>Which of several, from 0; -1 for the last; <c>null</c> where there must be only one.</summary>
    public int? Nth { get; init; }

    /// <summary>An element that it must be inside of; <c>null</c> for any.</summary>
    public Locator? Within { get; init; }

    /// <summary>The iframe in whose document it is; <c>null</c> for the page's own document, or that of <see cref="Within"/>.</summary>
    public Locator? Frame { get; init; }

    /// <summary>Whether its way of finding is all there is to it.</summary>
    public bool IsPlain => this is { Exact: false, HasText: null, Nth: null, Within: null, Frame: null };

    /// <summary>Whether it is looked for in an iframe.</summary>
    public bool IsFramed => Frame is not null || Within is { IsFramed: true };

    /// <summary>A short form for messages and step names: <c>#id</c>, <c>button "Place order"</c>, <c>link "Edit" (nth 1) in #orders</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Kind switch
        {
            LocatorKind.Selector => Value,
            LocatorKind.Role => Name is null ? Value : $"{Value} \"{Name}\"",
            _ => $"{char.ToLowerInvariant(Kind.ToString()[0])}{Kind.ToString()[1..]} \"{Value}\"",
        });
        if (HasText is not null)
            text.Append(" with \"").Append(HasText).Append('"');
        if (Nth is { } nth)
            text.Append(nth switch { -1 => " (last)", 0 => " (first)", _ => $" (nth {nth})" });
        if (Within is not null)
            text.Append(" in ").Append(Within);
        if (Frame is not null)
            text.Append(" in frame ").Append(Frame);
        return text.ToString();
    }
}

/// <summary>The ways of finding an element.</summary>
public enum LocatorKind
{
    /// <summary>A Playwright selector: CSS, <c>text=</c>, XPath, and so on.</summary>
    Selector,
    /// <summary>An ARIA role, with or without an accessible name.</summary>
    Role,
    /// <summary>The <c>data-testid</c> attribute.</summary>
    TestId,
    /// <summary>A form field's label.</summary>
    Label,
    /// <summary>The text an element shows.</summary>
    Text,
    /// <summary>A field's placeholder.</summary>
    Placeholder,
}
