using Synthetic.Core.Deriving;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>Why the requests of each response's path are on it.</summary>
internal static class PathBlock
{
    public static IEnumerable<Line> Of(IReadOnlyList<ExplainedPath> paths, Screen screen)
    {
        yield return Line.Indented(2).Add("Why these requests", TextStyle.Strong);
        foreach (var path in paths)
        {
            var window = $"{path.Step}{(path.Target is null ? "" : ", " + path.Target)}, response {Amount.Time(path.Ms)}";
            yield return Line.Indented(4).Add(screen.Cut(window, screen.Width - 4));
            if (path.Requests.Count == 0 && path.Message is null)
                yield return Line.Indented(6).Add("waited for no request", TextStyle.Dim);
            foreach (var line in path.Requests.SelectMany(request => Of(request, screen)))
                yield return line;
            foreach (var line in path.Message is { } message ? Paragraph.Of(message, Line.Indented(6), TextStyle.Plain, screen) : [])
                yield return line;
        }

        if (paths.Count == 0)
            yield return Line.Indented(4).Add("no step has a response window", TextStyle.Dim);
    }

    private static IEnumerable<Line> Of(ExplainedRequest request, Screen screen)
    {
        yield return Line.Indented(6).Add(screen.Cut($"{request.Id}  {request.Title}", screen.Width - 6));
        foreach (var line in Paragraph.Of(request.Reason, Line.Indented(9), TextStyle.Dim, screen))
            yield return line;
    }
}
