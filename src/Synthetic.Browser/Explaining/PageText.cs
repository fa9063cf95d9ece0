using Synthetic.Core.Basics;
using Synthetic.Core.Secrets;

namespace Synthetic.Browser.Explaining;

/// <summary>Quotes what a page says: without secrets, on one line, and no longer than somebody reads.</summary>
/// <param name="redactor">Knows the run's secrets; it comes before any cut, since half a secret would not be found.</param>
internal sealed class PageText(Redactor redactor)
{
    private const int LongestName = 80;

    /// <summary>A name or a text in quotes.</summary>
    public string Quote(string? text, int longest = LongestName) => $"\"{Show(text, longest)}\"";

    /// <summary>The same without quotes.</summary>
    public string Show(string? text, int longest = LongestName) =>
        PlainText.Cut(PlainText.OneLine(redactor.Redact(string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))), longest);
}
