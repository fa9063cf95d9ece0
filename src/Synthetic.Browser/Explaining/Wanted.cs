using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>What a locator looks for, in words of the page.</summary>
internal static partial class Wanted
{
    /// <summary>The text, name, label or id that it looks for; <c>null</c> where it looks for none.</summary>
    public static string? Text(Locator locator) => locator.Kind switch
    {
        LocatorKind.Role => locator.Name,
        LocatorKind.Text or LocatorKind.Label or LocatorKind.Placeholder or LocatorKind.TestId => locator.Value,
        LocatorKind.Selector => TextOf(locator.Value) ?? IdOf(locator.Value),
    };

    /// <summary>The text that a selector looks for: <c>text=Buy</c>, <c>button:has-text("Buy")</c>; <c>null</c> for none.</summary>
    public static string? TextOf(string selector) =>
        InSelector().Match(selector) is { Success: true } match ? match.Groups["text"].Value.Trim().Trim('"', '\'') : null;

    /// <summary>The id that a selector ends with; <c>null</c> for none.</summary>
    public static string? IdOf(string selector) => Id().Match(selector) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>The same locator in a frame.</summary>
    public static ILocator In(IFrame frame, Locator locator) => locator.Kind switch
    {
        LocatorKind.Selector => frame.Locator(locator.Value),
        LocatorKind.Role => frame.Locator(Driving.Locating.RoleSelector(locator)),
        LocatorKind.TestId => frame.GetByTestId(locator.Value),
        LocatorKind.Label => frame.GetByLabel(locator.Value),
        LocatorKind.Text => frame.GetByText(locator.Value),
        LocatorKind.Placeholder => frame.GetByPlaceholder(locator.Value),
    };

    [GeneratedRegex("""(^|>>)\s*text\s*=\s*(?<text>.+)$|:(has-text|text|text-is)\(\s*(?<text>"[^"]*"|'[^']*')\s*\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex InSelector();

    [GeneratedRegex(@"#(?<id>[\w-]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
