using System.Text.RegularExpressions;

namespace Synthetic.Worker.Cli;

/// <summary>An address as it may be shown: who logs in with what is nobody's business.</summary>
internal static partial class PrintableAddress
{
    public static string Of(Uri address) => Of(address.ToString());

    /// <summary>Works on text that is no valid address too: a typing mistake must not print a password.</summary>
    public static string Of(string address) => UserInfo().Replace(address, "//***@");

    // To the last @ before the path: a password may hold one.
    [GeneratedRegex(@"//[^/?#\s]*@")]
    private static partial Regex UserInfo();
}
