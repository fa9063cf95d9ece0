using Synthetic.Core.Basics;

namespace Synthetic.Browser.Driving;

/// <summary>Texts that come from pages or from the browser's driver, cut for messages.</summary>
internal static class Text
{
    /// <summary>
    /// Of bounded size, and still far longer than any record keeps: texts get their final length only after secrets were
    /// taken out, since half a secret would not be found any more.
    /// </summary>
    public static string Bounded(string text) => PlainText.Head(text, 20_000);

    /// <summary>Playwright's message without its call log: the first line says it.</summary>
    public static string FirstLine(string message) => Bounded(message.Trim().Split('\n')[0].Trim());
}
