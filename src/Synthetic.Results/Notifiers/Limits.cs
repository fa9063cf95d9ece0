namespace Synthetic.Results.Notifiers;

/// <summary>Receivers refuse what is too long for them.</summary>
internal static class Limits
{
    /// <summary>The text, cut to a length that includes the mark of the cut; no character is cut in half.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var length = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..length] + "…";
    }
}
