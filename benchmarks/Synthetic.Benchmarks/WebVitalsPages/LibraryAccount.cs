namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>What the library reported in one document.</summary>
/// <param name="Document">The document's time origin, in milliseconds since the Unix epoch.</param>
/// <param name="Url">Its address when it was left.</param>
/// <param name="Calls">What the page itself asked the library for, in order.</param>
/// <param name="Reports">The last report of each value.</param>
internal sealed record LibraryAccount(double Document, string Url, IReadOnlyList<string> Calls, IReadOnlyList<LibraryReport> Reports)
{
    /// <summary>
    /// The document's own value: what the page's first call for it was told, or where the page did not ask, the benchmark's.
    /// With <c>reportSoftNavs</c> the page's calls end at its first route, and so are not asked.
    /// </summary>
    public double? OfDocument(string name, bool routes) => Last(
        r => r.Name == name && r.Type != LibraryReport.Route && r.By == (Calls.Contains(name) && !routes ? LibraryReport.FirstCall : LibraryReport.Document));

    /// <summary>Each route's values by name, in order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, LibraryReport>> OfRoutes() =>
    [
        .. Reports.Where(r => r.Type == LibraryReport.Route && r.By is LibraryReport.Routes or LibraryReport.FirstCall)
            .GroupBy(r => r.Navigation).OrderBy(g => g.Key)
            .Select(g => g.GroupBy(r => r.Name).ToDictionary(
                values => values.Key,
                values => values.LastOrDefault(v => v.By == LibraryReport.FirstCall) ?? values.Last())),
    ];

    private double? Last(Func<LibraryReport, bool> which) => Reports.LastOrDefault(which)?.Value;
}

/// <summary>One value that the library reported.</summary>
/// <param name="By">Who asked: <c>page 1</c> for the page's first call, <c>document</c> or <c>routes</c> for the benchmark's.</param>
/// <param name="Name">INP, LCP, CLS, FCP or TTFB.</param>
/// <param name="Value">The value.</param>
/// <param name="Type">The library's word for the navigation it is of.</param>
/// <param name="Navigation">The browser's number of that navigation.</param>
/// <param name="Led">Whether it is the length of the very interaction that led to the route.</param>
internal sealed record LibraryReport(string By, string Name, double Value, string Type, long Navigation, bool Led)
{
    public const string FirstCall = "page 1";
    public const string Document = "document";
    public const string Routes = "routes";
    public const string Route = "soft-navigation";
}
