using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Results that stand on another page: by link, by form, by the history.</summary>
internal static class NavigationCases
{
    private const string Arrived = "<p id=out>done</p><script>shown()</script>";

    /// <summary>The page that is gone before the browser reports the click that left it.</summary>
    public const string Fastest = "link: at once";

    public static IEnumerable<MatrixCase> All =>
    [
        Link("at once", "", null),
        Link("db", "db=260&cache=20", Blamed.Backend("db")),
        Link("transit", "db=20&transit=260", Blamed.Network("transit")),
        Link("no header", "wait=260", Blamed.Unknown),
        new()
        {
            Name = "link: redirect",
            Body = "<a id=go href='/away?wait=260&to=/page/link:%20redirect/next?db=10'>go</a>",
            Parts = new Dictionary<string, string> { ["next"] = Arrived },
            Response = Blamed.Unknown,
        },
        new()
        {
            Name = "link: handler before it",
            Body = "<a id=go href='/page/link:%20handler%20before%20it/next?db=10'>go</a><script>onGo(() => burn(250))</script>",
            Parts = new Dictionary<string, string> { ["next"] = Arrived },
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "link: a slow style sheet on the next page",
            Body = "<a id=go href='/page/link:%20a%20slow%20style%20sheet%20on%20the%20next%20page/next'>go</a>",
            Parts = new Dictionary<string, string> { ["next"] = "<link rel=stylesheet href='/style.css?cdn=280'>" + Arrived },
            Response = Blamed.Backend("cdn"),
        },
        new()
        {
            Name = "link: a fetch on the next page",
            Body = "<a id=go href='/page/link:%20a%20fetch%20on%20the%20next%20page/next'>go</a>",
            Parts = new Dictionary<string, string> { ["next"] = "<p id=out>please wait</p><script>ask('db=260').then(() => show())</script>" },
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "form: post and redirect",
            Body = "<form method=post action='/away?db=260&to=/page/form:%20post%20and%20redirect/next'><button id=go>go</button></form>",
            Parts = new Dictionary<string, string> { ["next"] = Arrived },
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "form: post",
            Body = "<form method=post action='/page/form:%20post/next?payments=280'><button id=go>go</button></form>",
            Parts = new Dictionary<string, string> { ["next"] = Arrived },
            Response = Blamed.Backend("payments"),
        },
        new()
        {
            Name = "route: after a fetch",
            Body = "<button id=go>go</button><main><p id=out></p></main><script>onGo(async () => { await ask('db=260'); history.pushState({}, '', '/page/route:%20after%20a%20fetch/there'); show(); })</script>",
            Steps = [Do.Click(expect: new Expectation { Text = "done", Url = "**/there*" })],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "route: before a fetch",
            Body = "<button id=go>go</button><main><p id=out></p></main><script>onGo(async () => { history.pushState({}, '', '?there'); await ask('auth=260'); show(); })</script>",
            Response = Blamed.Backend("auth"),
        },
        new()
        {
            Name = "route: handler",
            Body = "<button id=go>go</button><main><p id=out></p></main><script>onGo(() => { history.pushState({}, '', '?there'); burn(250); show(); })</script>",
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
    ];

    private static MatrixCase Link(string what, string query, Blamed? culprit)
    {
        var name = $"link: {what}";
        return new MatrixCase
        {
            Name = name,
            Body = $"<a id=go href='/page/{Uri.EscapeDataString(name)}/next?{query}'>go</a>",
            Parts = new Dictionary<string, string> { ["next"] = Arrived },
            Response = culprit,
        };
    }
}
