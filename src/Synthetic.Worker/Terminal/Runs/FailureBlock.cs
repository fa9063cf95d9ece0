using Synthetic.Core.Evidence;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>What failed, how, and where.</summary>
internal static class FailureBlock
{
    public static IEnumerable<Line> Of(Failure failure, Screen screen)
    {
        Line Quoted() => Line.Indented(4).Add(screen.Glyphs.Quote + " ", TextStyle.Poor);
        var text = $"{failure.Kind.ToString().ToLowerInvariant()}: {failure.Message}";
        foreach (var line in Paragraph.Of(text, Quoted(), TextStyle.Poor, screen, most: 24, next: Quoted))
            yield return line;
        if (failure.Url is { } url)
            yield return Quoted().Add("at " + screen.CutMiddle(url, screen.Width - 9), TextStyle.Dim);
    }
}
