using System.Text;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>A line for each page: the medians of its runs, and what came out right.</summary>
internal static class PageTable
{
    public static void Write(StringBuilder text, IEnumerable<Outcome> outcomes)
    {
        text.AppendLine(
            """
            | page | response | page's own | worst error | culprit | right |
            |---|--:|--:|--:|---|--:|
            """);
        foreach (var page in outcomes.GroupBy(o => o.Page))
            text.AppendLine(Row([.. page]));
    }

    private static string Row(IReadOnlyList<Outcome> runs)
    {
        var errors = runs.Select(o => o.ResponseError).OfType<double>().ToArray();
        var culprits = runs.SelectMany(o => o.Culprits).ToArray();
        var named = culprits.Where(c => c.Window == "response").Select(c => c.Named).OfType<Culprit>()
            .GroupBy(c => c.Component is null ? $"{c.Kind}" : $"{c.Kind}/{c.Component}").OrderByDescending(g => g.Count()).FirstOrDefault();
        return $"| {runs[0].Page.Name} | {Median(runs.Select(o => o.ResponseMs))} | {Median(runs.Select(o => o.TrueResponseMs))} | "
            + $"{(errors.Length > 0 ? $"{errors.MaxBy(Math.Abs):0.0}" : "–")} | {named?.Key ?? "–"} | {culprits.Count(c => c.Right)}/{culprits.Length} |";
    }

    private static string Median(IEnumerable<double?> values) =>
        values.OfType<double>().ToArray() is { Length: > 0 } known ? $"{known.Median():0.0}" : "–";
}
