using Synthetic.Core.Evidence;

namespace Synthetic.Worker.Terminal;

/// <summary>What failed, how, and where.</summary>
internal static class FailureBlock
{
    internal static IEnumerable<Line> Of(Failure failure, Screen screen)
    {
        Line Quoted() => Line.Indented(4).Add(screen.Glyphs.Quote + " ", Ink.Poor);
        var text = $"{failure.Kind.ToString().ToLowerInvariant()}: {failure.Message}";
        foreach (var line in Paragraph.Of(text, Quoted(), Ink.Poor, screen, most: 5, next: Quoted))
            yield return line;
        if (failure.Url is { } url)
            yield return Quoted().Add("at " + screen.CutMiddle(url, screen.Width - 9), Ink.Dim);
    }
}
