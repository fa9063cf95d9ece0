using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>From a scenario's locator to Playwright's.</summary>
internal static class Locating
{
    public static ILocator Locate(this IPage page, Locator locator) => locator.Kind switch
    {
        LocatorKind.Selector => page.Locator(locator.Value),
        LocatorKind.Role => page.Locator(RoleSelector(locator)),
        LocatorKind.TestId => page.GetByTestId(locator.Value),
        LocatorKind.Label => page.GetByLabel(locator.Value),
        LocatorKind.Text => page.GetByText(locator.Value),
        LocatorKind.Placeholder => page.GetByPlaceholder(locator.Value),
    };

    /// <summary>The text by which an element is found, where it is: that text's own paint is then the result's.</summary>
    public static string? TextOf(Locator locator) => locator switch
    {
        { Kind: LocatorKind.Text } => locator.Value,
        { Kind: LocatorKind.Selector, Value: var v } when v.StartsWith("text=", StringComparison.Ordinal) =>
            v["text=".Length..].Trim('"', '\''),
        _ => null,
    };

    /// <summary>How style sheets would find it; what they would not understand is no matter.</summary>
    public static string? StyleOf(Locator locator) => locator.Kind switch
    {
        LocatorKind.Selector => locator.Value,
        LocatorKind.TestId => $"[data-testid={Quoted(locator.Value)}]",
        LocatorKind.Role or LocatorKind.Label or LocatorKind.Text or LocatorKind.Placeholder => null,
    };

    // As a selector, since Playwright's enum of roles lags behind what pages use.
    private static string RoleSelector(Locator locator) => locator.Name is null
        ? $"role={locator.Value}"
        : $"role={locator.Value}[name={Quoted(locator.Name)} i]";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
