namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>What servers say, and fail to say, of their time.</summary>
internal static class HeaderCases
{
    public static IEnumerable<MatrixCase> All =>
    [
        Said("no header", "wait=260", Blamed.Unknown),
        Said("nested metrics", "wait=270&header=" + Text("total;dur=265, app;dur=262, db;dur=230, cache;dur=20"), Blamed.Backend("db")),
        Said("overlapping metrics", "wait=300&header=" + Text("db;dur=290, cache;dur=150"), Blamed.Backend("db")),
        Said("only a total", "wait=270&header=" + Text("total;dur=265"), Blamed.Backend("app")),
        Said("rolled up", "wait=280&header=" + Text("payments;dur=250, payments.db;dur=200, db;dur=20"), Blamed.Backend("payments")),
        Said("malformed", "wait=260&header=" + Text(";;;=,,"), Blamed.Unknown),
        Said("no numbers", "wait=260&header=" + Text("db, cache;desc=miss"), Blamed.Unknown),
        Said("text for numbers", "wait=260&header=" + Text("db;dur=fast"), Blamed.Unknown),
        Said("lying: longer than the wait", "wait=260&header=" + Text("db;dur=5000"), Blamed.Backend("db")),
        Said("lying: shorter than the wait", "wait=280&header=" + Text("db;dur=15"), Blamed.Network("transit")),
        Said("ids that look like time", "wait=270&header=" + Text("traceparent;dur=9999;desc=\"00-ab-cd-01\", db;dur=250"), Blamed.Backend("db")),
        Said("oversized", "wait=260&header=" + Text("db;dur=240, " + string.Join(", ", Enumerable.Range(0, 120).Select(i => $"metric-with-a-long-name-{i};dur=0.01"))), Blamed.Backend("db")),
        Said("in upper case", "wait=260&header=" + Text("DB;DUR=240"), Blamed.Backend("DB")),
    ];

    private static string Text(string header) => Uri.EscapeDataString(header);

    private static MatrixCase Said(string what, string query, Blamed culprit) => new()
    {
        Name = $"header: {what}",
        Body = $"<button id=go>go</button><p id=out></p><script>onGo(async () => {{ await ask('{query}'); show(); }})</script>",
        Response = culprit,
    };
}
