using Synthetic.Benchmarks.Exactness;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>A value of ours next to the library's, of one page or route of a visit.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Page">Which of its pages: <c>page 2, route 1</c>.</param>
/// <param name="Name">INP, LCP, CLS, FCP or TTFB.</param>
/// <param name="Ours">Our value; <c>null</c> for none.</param>
/// <param name="Theirs">The library's; <c>null</c> for none.</param>
/// <param name="Reason">Why they may differ; <c>null</c> where nothing explains it.</param>
internal sealed record ComparedVital(PageVisit Visit, string Page, string Name, double? Ours, double? Theirs, string? Reason)
{
    private const string Estimated = "the page was left before the browser reported its last input, which the library then knows nothing of; ours is from the probe's own listeners";

    private const string Sorted =
        "the library sorts what it gets at once by end, and lengths of interactions are rounded to 8 ms: now and then the one that led to a route counts as the route's; ours is the page's before";

    public static readonly string[] Names = ["INP", "LCP", "CLS", "FCP", "TTFB"];

    /// <summary>Whether there is anything to compare.</summary>
    public bool Told => Ours is not null || Theirs is not null;

    /// <summary>The distance; infinite where only one of the two has a value.</summary>
    public double Difference => Ours is { } ours && Theirs is { } theirs ? Math.Abs(ours - theirs) : Told ? double.PositiveInfinity : 0;

    /// <summary>Whether the two are the same but for rounding.</summary>
    public bool Same => Difference <= VitalCheck.Tolerance(Name);

    /// <summary>One of its values as people read it.</summary>
    public string Written(double? value) => value is not { } v ? "–" : Name == "CLS" ? $"{v:0.####}" : $"{v:0.0}";

    public override string ToString() => $"{Page} {Name} {Written(Ours)}, not {Written(Theirs)}".Trim();

    /// <summary>Every value of a run that has an account of the library beside it.</summary>
    public static IEnumerable<ComparedVital> Of(PageVisit visit, RunRecord record, IReadOnlyList<LibraryAccount> accounts)
    {
        var documents = record.Evidence!.Documents.Where(d => d.Top && d.Url.StartsWith("http", StringComparison.Ordinal)).ToArray();
        var pages = record.Pages.Aggregate(new List<List<PageResult>>(), (all, page) =>
        {
            if (page.Navigation == "hard")
                all.Add([]);
            all[^1].Add(page);
            return all;
        });
        var estimated = record.Steps.SelectMany(s => s.Interactions).Where(i => i.Source == InteractionSource.Estimated).Select(i => i.Inp?.Ms).ToHashSet();
        var n = 0;
        foreach (var (document, results) in documents.Zip(pages))
        {
            // Both clocks are the browser's; ours is rounded.
            var account = accounts.LastOrDefault(a => Math.Abs(a.Document - record.Evidence.OriginEpochMs - document.OffsetMs) < 1);
            if (account is null)
                continue;
            n++;
            foreach (var vital in OfDocument(visit, accounts.Count > 1 ? $"page {n}" : "", results, account))
            {
                var untold = estimated.Contains(vital.Ours) || (vital.Theirs is null && document.Events.Count == 0);
                yield return vital.Name == "INP" && untold ? vital with { Reason = Estimated } : vital;
            }
        }
    }

    private static IEnumerable<ComparedVital> OfDocument(PageVisit visit, string page, List<PageResult> results, LibraryAccount account)
    {
        foreach (var name in Names)
            yield return new ComparedVital(visit, page, name, ValueOf(results[0], name), account.OfDocument(name, visit.HasRoutes), visit.Reasons.GetValueOrDefault(name));
        if (!visit.HasRoutes)
            yield break;
        var routes = account.OfRoutes();
        var sorted = routes.Any(values => values.TryGetValue("INP", out var inp) && inp.Led);
        for (var i = 0; i < Math.Max(routes.Count, results.Count - 1); i++)
        {
            foreach (var name in Names)
            {
                var ours = i + 1 < results.Count ? ValueOf(results[i + 1], name) : null;
                var theirs = i < routes.Count ? routes[i].GetValueOrDefault(name) : null;
                yield return new ComparedVital(
                    visit, $"{page} route {i + 1}".Trim(), name, ours, theirs?.Value, sorted && name == "INP" ? Sorted : visit.Reasons.GetValueOrDefault(name));
            }
        }
    }

    private static double? ValueOf(PageResult page, string name) => name switch
    {
        "INP" => page.InpMs,
        "LCP" => page.LcpMs,
        "CLS" => page.Cls,
        "FCP" => page.FcpMs,
        _ => page.TtfbMs,
    };
}
