using System.Text;

namespace Synthetic.Core.Secrets;

/// <summary>
/// A secret as Base64 shows it, with either alphabet: alone, and inside of something longer (<c>user:password</c>, a token's payload),
/// where three bytes are four characters, so that its place decides between three looks. The characters at its ends hold bits of its
/// neighbours too and are left out.
/// </summary>
internal static class Base64Forms
{
    /// <summary>In bytes. What is shorter leaves so few characters that pictures in Base64 would hold them by chance.</summary>
    private const int Shortest = 6;

    public static IEnumerable<string> Of(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (bytes.Length < Shortest)
            return [];
        var alone = Convert.ToBase64String(bytes).TrimEnd('=');
        return new[] { alone, After(0, bytes), After(1, bytes), After(2, bytes) }
            .SelectMany(text => new[] { text, text.Replace('+', '-').Replace('/', '_') });
    }

    private static string After(int others, byte[] bytes) => Convert.ToBase64String([.. new byte[others], .. bytes])
        [((others * 8 + 5) / 6)..((others + bytes.Length) * 8 / 6)];
}
