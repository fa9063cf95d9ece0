using System.Text;
using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>From a scenario's locator to Playwright's.</summary>
internal static class Locating
{
    public static ILocator Locate(this IPage page, Locator locator)
    {
        var found = Placed(page, locator, Way(page, locator));
        return locator.Nth switch { null => found, -1 => found.Last, var nth => found.Nth(nth.Value) };
    }

    /// <summary>Where a text is looked for: the page, or the iframe.</summary>
    public static ILocator LocateText(this IPage page, string text, Locator? frame) =>
        frame is null ? page.GetByText(text) : page.Locate(frame).ContentFrame.GetByText(text);

    /// <summary>The text by which an element is found, where it is: that text's own paint is then the result's.</summary>
    public static string? TextOf(Locator locator) => locator switch
    {
        { Kind: LocatorKind.Text } => locator.Value,
        { Kind: LocatorKind.Selector, Value: var v } when v.StartsWith("text=", StringComparison.Ordinal) =>
            v["text=".Length..].Trim('"', '\''),
        _ => null,
    };

    /// <summary>How style sheets would find it; what they would not understand is no matter.</summary>
    public static string? StyleOf(Locator locator) => locator switch
    {
        { IsPlain: false } => null,
        { Kind: LocatorKind.Selector } => locator.Value,
        { Kind: LocatorKind.TestId } => $"[data-testid={Quoted(locator.Value)}]",
        _ => null,
    };

    /// <summary>Whether any element that contains <see cref="TextOf"/>, in any case, is one that is found.</summary>
    public static bool IsAnyWithText(Locator locator) => locator switch
    {
        { IsPlain: false } => false,
        { Kind: LocatorKind.Text } => true,
        // A quoted text is meant as a whole, one between slashes is an expression, and more may follow after an arrow.
        { Kind: LocatorKind.Selector, Value: var v } => v.StartsWith("text=", StringComparison.Ordinal) && v.Length > 5 && !"\"'/".Contains(v[5], StringComparison.Ordinal) && !v.Contains(">>", StringComparison.Ordinal),
        _ => false,
    };

    private static ILocator Placed(IPage page, Locator locator, ILocator way)
    {
        var own = locator.HasText is { } text ? way.Filter(new() { HasText = text }) : way;
        // What an element is inside of is in the same document as the element.
        if (locator.Within is { } within)
            return page.Locate(within with { Frame = within.Frame ?? locator.Frame }).Locator(own);
        return locator.Frame is { } frame ? page.Locate(frame).ContentFrame.Locator(own) : own;
    }

    private static ILocator Way(IPage page, Locator locator) => locator.Kind switch
    {
        LocatorKind.Selector => page.Locator(locator.Value),
        LocatorKind.Role => page.Locator(RoleSelector(locator)),
        LocatorKind.TestId => page.GetByTestId(locator.Value),
        LocatorKind.Label => page.GetByLabel(locator.Value, new() { Exact = locator.Exact }),
        LocatorKind.Text => page.GetByText(locator.Value, new() { Exact = locator.Exact }),
        LocatorKind.Placeholder => page.GetByPlaceholder(locator.Value, new() { Exact = locator.Exact }),
    };

    /// <summary>As a selector, since Playwright's enum of roles lags behind what pages use. Its own default is a part of the name, in any case.</summary>
    public static string RoleSelector(Locator locator) => locator switch
    {
        { Name: null } => $"role={locator.Value}",
        { Exact: true } => $"role={locator.Value}[name={Quoted(locator.Name)}]",
        _ => $"role={locator.Value}[name=/{PartOf(locator.Name)}/i]",
    };

    /// <summary>A regular expression of JavaScript's that finds a text, whatever blanks are between its words.</summary>
    private static string PartOf(string text)
    {
        var pattern = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (pattern.Length > 0)
                pattern.Append("\\s+");
            foreach (var c in word)
                _ = @"\/^$.*+?()[]{}|".Contains(c, StringComparison.Ordinal) ? pattern.Append('\\').Append(c) : pattern.Append(c);
        }
        return pattern.ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
