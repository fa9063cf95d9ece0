using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The fonts that texts waited for, found by when they came: no page tells where a font is from.</summary>
/// <param name="requests">All requests of the run.</param>
internal sealed class AwaitedFonts(IReadOnlyList<Request> requests)
{
    private readonly Request[] _fonts = [.. requests.Where(r => r.IsFont)];

    /// <summary>The font that a result's text waited for; <c>null</c> where it waited for none, or none is known.</summary>
    /// <param name="paint">The paint of the result.</param>
    /// <param name="begin">When the window begins.</param>
    public Request? Of(ResultPaint paint, double begin)
    {
        if (paint is not { Font: not null, Changed: { } over })
            return null;
        return _fonts.Where(r => r.End > begin && r.End <= over + Late(r) && r.End > over - Tolerances.Adjacent).MaxBy(r => r.End)
            // It did not come in time: the text was shown without it.
            ?? (_fonts.Where(r => r.Start < over && !(r.End <= over)).MinBy(r => r.Start) is { } late
                ? AwaitedRequests.Cut(late, over) with { FirstByte = late.FirstByte > over ? over : late.FirstByte }
                : null);
    }

    private static double Late(Request request) => request.DocumentId is null ? Tolerances.NetworkLateness : Tolerances.RequestClock;
}
