namespace Synthetic.Core.Scenarios;

/// <summary>How an element is found.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Value">The selector, role, test id or text.</param>
/// <param name="Name">The accessible name, for <see cref="LocatorKind.Role"/>; <c>null</c> for any.</param>
public sealed record Locator(LocatorKind Kind, string Value, string? Name = null)
{
    /// <summary>A short form for messages and step names: <c>#id</c>, <c>button "Place order"</c>.</summary>
    public override string ToString() => Kind switch
    {
        LocatorKind.Selector => Value,
        LocatorKind.Role => Name is null ? Value : $"{Value} \"{Name}\"",
        _ => $"{char.ToLowerInvariant(Kind.ToString()[0])}{Kind.ToString()[1..]} \"{Value}\"",
    };
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
