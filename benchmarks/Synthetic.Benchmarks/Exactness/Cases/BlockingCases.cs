namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>What holds the next paint itself up: synchronous requests, handlers, style and layout.</summary>
internal static class BlockingCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";

    public static IEnumerable<MatrixCase> All =>
    [
        Synchronous("db", "db=260&cache=20", Blamed.Backend("db")),
        Synchronous("auth", "auth=260", Blamed.Backend("auth")),
        Synchronous("transit", "db=20&transit=260", Blamed.Network("transit")),
        Synchronous("no header", "wait=260", Blamed.Unknown),
        Synchronous("download", "db=20&download=300", Blamed.Network("download")),
        Handled("handler", "burn(250); show();", Blamed.MainThread),
        Handled("forced layout", "many.innerHTML = '<p>x</p>'.repeat(400); for (const end = performance.now() + 220; performance.now() < end;) { many.style.width = 100 + Math.random() * 300 + 'px'; many.offsetHeight; } show();", Blamed.MainThread),
        Handled("many nodes", "many.innerHTML = '<div style=\"display:inline-flex\"><span>x</span></div>'.repeat(8000); show();", Blamed.Rendering),
        Handled("a quick handler", "show();", null),
        new()
        {
            Name = "click: handler, then a synchronous request",
            Body = Go + "<script>onGo(() => { burn(80); askNow('db=260'); show(); })</script>",
            Response = Blamed.Backend("db"),
            Inp = Blamed.Backend("db"),
        },
        new()
        {
            Name = "click: a timer",
            Body = Go + "<script>onGo(() => setTimeout(() => show(), 300))</script>",
            Response = Blamed.Idle,
        },
        new()
        {
            Name = "click: work in a timer",
            Body = Go + "<script>onGo(() => setTimeout(() => { burn(250); show(); }, 40))</script>",
            Response = Blamed.MainThread,
        },
        new()
        {
            Name = "click: a result in two stages",
            Body = Go + "<p id=wait></p><script>onGo(async () => { wait.textContent = 'please wait'; await ask('auth=260'); wait.textContent = ''; show(); })</script>",
            Response = Blamed.Backend("auth"),
        },
        new()
        {
            Name = "click: a large spinner, then a small result",
            Body = Go + "<div id=spin></div><script>onGo(async () => { spin.innerHTML = '<h1 style=\"font-size:90px\">please wait please wait</h1>'; await ask('db=260'); spin.remove(); show(); })</script>",
            Response = Blamed.Backend("db"),
        },
    ];

    private static MatrixCase Synchronous(string what, string query, Blamed culprit) => new()
    {
        Name = $"synchronous: {what}",
        Body = $"{Go}<script>onGo(() => {{ askNow('{query}'); show(); }})</script>",
        Response = culprit,
        Inp = culprit,
    };

    private static MatrixCase Handled(string what, string script, Blamed? culprit) => new()
    {
        Name = $"click: {what}",
        Body = $"{Go}<div id=many></div><script>onGo(() => {{ {script} }})</script>",
        Response = culprit,
        Inp = culprit,
    };
}
