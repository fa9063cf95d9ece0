using System.Text.RegularExpressions;

namespace Synthetic.Browser.Driving;

/// <summary>Texts that come from pages or from the browser's driver, made fit for people.</summary>
internal static partial class Text
{
    /// <summary>At most so many characters, an ellipsis for the rest.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");

    /// <summary>Playwright's message without its call log: the first line says it.</summary>
    public static string FirstLine(string message) => Cut(message.AsSpan().Trim().ToString().Split('\n')[0].Trim(), 500);

    /// <summary>The network's own error in a message: <c>net::ERR_CONNECTION_REFUSED</c>.</summary>
    public static string? NetError(string message) => NetErrorPattern().Match(message) is { Success: true } m ? m.Value : null;

    [GeneratedRegex("net::ERR_[A-Z0-9_]{1,60}")]
    private static partial Regex NetErrorPattern();
}
