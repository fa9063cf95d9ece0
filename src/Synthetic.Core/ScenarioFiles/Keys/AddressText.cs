using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Addresses a browser is sent to.</summary>
internal static partial class AddressText
{
    public const string DemoScheme = "demo";

    public static Shape<string> Base { get; } = new TextShape("an address")
    {
        Pattern = "^(https?|demo)://",
        Problem = (text, _) => IsWeb(text) || IsDemo(text)
            ? null
            : ("must be an absolute http or https address, or demo://shop", HasScheme(text) || !char.IsLetterOrDigit(text[0]) ? null : $"did you mean \"http://{ConfigNode.Plain(text)}\"?"),
    };

    public static Shape<string> Origin { get; } = new TextShape("an origin")
    {
        Pattern = "^https?://[^/?#]+/?$",
        Problem = (text, _) => IsWeb(text) && new Uri(text) is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? null
            : ("must be an origin like \"https://api.example.com\", without a path", null),
    };

    public static Shape<string> Goto { get; } = new TextShape("an address or a path")
    {
        Problem = (text, _) => IsWeb(text) || IsDemo(text) || (!HasScheme(text) && Uri.IsWellFormedUriString(Uri.EscapeDataString(text), UriKind.Relative))
            ? null
            : ("must be a path like \"/cart\", or an absolute http or https address", null),
    };

    public static Shape<string> Receiver { get; } = new TextShape("an address")
    {
        Pattern = "^(https?|smtps?)://",
        Problem = (text, _) => IsWeb(text) || IsMailServer(text) ? null : ("must be an absolute http or https address, or smtp:// for e-mail", null),
    };

    /// <summary>Whether it is the address of a mail server.</summary>
    public static bool IsMailServer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "smtp" or "smtps", Host.Length: > 0 };

    /// <summary>Whether it stands on its own. <see cref="Uri"/> is no judge: to it "/cart" is a file.</summary>
    public static bool HasScheme(string text) => Scheme().IsMatch(text);

    private static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && HasScheme(text);

    private static bool IsDemo(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: DemoScheme, Host: "shop" };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://|^(about|blob|data|file|javascript|mailto):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
