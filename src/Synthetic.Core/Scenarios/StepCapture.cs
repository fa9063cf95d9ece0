namespace Synthetic.Core.Scenarios;

/// <summary>Something that a step reads from the page, for later steps to use as <c>${name}</c>.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="From">Where it is read.</param>
public sealed record StepCapture(string Name, CaptureSource From)
{
    /// <summary>The element that it is read from; <c>null</c> for the address and for responses.</summary>
    public Locator? Of { get; init; }

    /// <summary>The attribute's name, the glob of the response's address; <c>null</c> where none is needed.</summary>
    public string? Detail { get; init; }

    /// <summary>The path of a field in a response's JSON, such as <c>order.lines.0.id</c>; <c>null</c> for the whole text.</summary>
    public string? Json { get; init; }

    /// <summary>A regular expression: its first group is kept, or all that it matches where it has none; <c>null</c> for everything.</summary>
    public string? Match { get; init; }
}

/// <summary>Where a <see cref="StepCapture"/> reads.</summary>
public enum CaptureSource
{
    /// <summary>The text that an element shows.</summary>
    Text,
    /// <summary>A field's value.</summary>
    Value,
    /// <summary>An attribute.</summary>
    Attribute,
    /// <summary>The page's address.</summary>
    Url,
    /// <summary>The body of a response that came during the step.</summary>
    Response,
}
