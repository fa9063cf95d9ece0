using System.Text.RegularExpressions;

namespace Synthetic.Core.Secrets;

/// <summary>
/// Tokens that addresses carry without anybody having configured them: OAuth's in a query (RFC 6750, section 2.3, and its kin), which
/// browsers have no other place for when they open a WebSocket, and the connection token of SignalR, with which anybody could take the
/// connection over: <c>id</c> of a WebSocket's address, and of Blazor's under whatever scheme.
/// </summary>
internal static partial class AddressTokens
{
    /// <summary>The text with <c>***</c> in their place; the same instance where none is in it.</summary>
    public static string Redact(string text) => MayBeIn(text) ? Token().Replace(text, "***") : text;

    /// <summary>Whether a text is worth a closer look, in JSON too.</summary>
    public static bool MayBeIn(string text) =>
        text.Contains("id=", StringComparison.Ordinal) || text.Contains("_token=", StringComparison.Ordinal);

    // What is behind is looked at backwards, so that one token's match does not take the next one's beginning.
    [GeneratedRegex("""(?:(?<=[?&](?:access|id|refresh)_token=)|(?<=(?:\bwss?://[^\s"'<>?#]*|/_blazor)\?(?:[^\s"'<>#]*&)?id=))(?!\*\*\*(?:[&#\s"'<>]|$))[^&#\s"'<>]+""")]
    private static partial Regex Token();
}
