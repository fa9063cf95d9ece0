namespace Synthetic.Worker.Terminal;

/// <summary>Breaks text and items over lines.</summary>
internal static class Paragraph
{
    /// <summary>A text from outside, broken at spaces over at most <paramref name="most"/> lines.</summary>
    /// <param name="text">The text; it is cleaned here.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="style">The text's style.</param>
    /// <param name="screen">What it is written on.</param>
    /// <param name="most">The most lines.</param>
    /// <param name="next">What the other lines begin with; spaces where not given.</param>
    public static IEnumerable<Line> Of(
        string text, Line first, TextStyle style, Screen screen, int most = 4, Func<Line>? next = null)
    {
        var indent = first.Width;
        var room = Math.Max(10, screen.Width - indent);
        var rest = screen.Clean(text);
        var line = first;
        for (var n = 1; rest.Length > 0; n++)
        {
            var part = n == most ? Cells.Cut(rest, room, screen.Glyphs.Ellipsis) : FirstLine(rest, room);
            yield return line.Add(part, style);
            if (n == most)
                yield break;
            rest = rest[part.Length..].TrimStart();
            line = next?.Invoke() ?? Line.Indented(indent);
        }
    }

    /// <summary>Items one after the other, each kept whole where it fits a line.</summary>
    public static IEnumerable<Line> Items(IEnumerable<Line> items, int indent, string between, Screen screen)
    {
        var line = Line.Indented(indent);
        foreach (var item in items)
        {
            if (line.Width > indent && line.Width + between.Length + item.Width > screen.Width)
            {
                yield return line;
                line = Line.Indented(indent);
            }

            if (line.Width > indent)
                line.Add(between, TextStyle.Dim);
            line.Add(item);
        }

        if (line.Width > indent)
            yield return line;
    }

    private static string FirstLine(string text, int room)
    {
        if (Cells.Of(text) <= room)
            return text;
        var fits = Cells.Take(text, room);
        var space = fits.LastIndexOf(' ');
        // A word longer than a third of the line is broken rather than left alone.
        return space > room * 2 / 3 ? fits[..space] : fits;
    }
}
