namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>
/// Pages made with what people use, each beside a poller and beside a request that ends just before the result. Between an answer and
/// the change that it brings stand a framework's own promises, timers, messages and frames.
/// </summary>
internal static class FrameworkCases
{
    private const string Root = "<div id=root></div>";
    private const string Go = "<button id=go>go</button><p id=out></p>";

    public static IEnumerable<MatrixCase> All => [.. React, .. Others, .. Html, .. Data, .. OnTheServer];

    private static IEnumerable<MatrixCase> React =>
    [
        Page("react: a click that fetches", "react/click", Blamed.Backend("db")),
        Page("react: a transition", "react/transition", Blamed.Backend("db")),
        Page("react: an optimistic row", "react/optimistic", Blamed.Backend("db")),
        Page("react: a component that comes on demand", "react/lazy", Blamed.Backend("cdn")),
        Page("react: a result that takes a while to render", "react/render", Blamed.Backend("db"), decoy: 220),
        Page("react: rendering in slices", "react/slices", Blamed.MainThread, decoy: 590),
        Page("react: suspense that holds a late answer back", "react/suspense", Blamed.Backend("db"), decoy: 295, head: "const query = 'db=220';"),
        Page("react: suspense that holds a quick answer back", "react/suspense", Blamed.Idle, decoy: 295, head: "const query = 'db=60';"),
    ];

    private static IEnumerable<MatrixCase> Others =>
    [
        Page("preact: a click that fetches", "preact/click", Blamed.Backend("db")),
        Page("vue: a click that fetches", "vue/click", Blamed.Backend("db")),
        Page("vue: a transition between two texts", "vue/transition", Blamed.Backend("db"), decoy: 345, body: "<style>.fade-leave-active { transition: opacity 120ms } .fade-leave-to { opacity: 0 }</style>" + Root),
        Page("svelte: an await block", "svelte/await", Blamed.Backend("db")),
        Page("solid: a resource", "solid/click", Blamed.Backend("db")),
        Page("angular: with zones", "angular/zone", Blamed.Backend("db")),
        Page("angular: without zones", "angular/zoneless", Blamed.Backend("db")),
        Page("alpine: a click that fetches", "alpine/click", Blamed.Backend("db"), body: "<div x-data=order><button id=go x-on:click=order>go</button><p id=out x-text=state></p></div>"),
    ];

    private static IEnumerable<MatrixCase> Html =>
    [
        Page("htmx: a click that swaps", "htmx/load", Blamed.Backend("db"), body: "<button id=go hx-get='/api?db=200&type=text/html&body=done' hx-target='#out'>go</button><p id=out></p>"),
        Page("htmx: a swap that waits", "htmx/load", Blamed.Idle, decoy: 345, body: "<button id=go hx-get='/api?db=60&type=text/html&body=done' hx-target='#out' hx-swap='innerHTML swap:300ms'>go</button><p id=out></p>"),
        Page("turbo: a frame", "turbo/load", Blamed.Backend("db"), body: "<turbo-frame id=frame><a id=go href='/page/turbo:%20a%20frame/next?db=200'>go</a></turbo-frame>")
            with { Parts = Next("<turbo-frame id=frame><p id=out>done</p></turbo-frame>") },
        Page("turbo: a link", "turbo/load", Blamed.Backend("db"), body: "<a id=go href='/page/turbo:%20a%20link/next?db=200'>go</a>")
            with { Parts = Next("<p id=out>done</p>") },
        Page("jquery: a fade after a quick answer", "jquery/fade", Blamed.Idle, decoy: 345, body: Go + "<p id=old>old</p>"),
    ];

    private static IEnumerable<MatrixCase> Data =>
    [
        // The pause before it asks again is longer than both answers.
        Page("tanstack query: a retry", "tanstack/retry", Blamed.Idle, decoy: 585),
        Page("redux toolkit query: a list that is asked for again", "redux/tags", Blamed.Backend("db"), decoy: 265),
        Page("axios: a token that is got anew", "axios/refresh", Blamed.Backend("auth"), decoy: 245, body: Go),
        Page("apollo: a query", "apollo/query", Blamed.Backend("db")),
    ];

    private static IEnumerable<MatrixCase> OnTheServer =>
    [
        new()
        {
            Name = "blazor: a handler on the server",
            Address = Site.BlazorPage.Address,
            Body = "",
            Framework = "blazor",
            Response = Blamed.Backend("app"),
        },
    ];

    private static MatrixCase Page(string name, string bundle, Blamed? culprit, int decoy = 185, string body = Root, string head = "") => new()
    {
        Name = name,
        Framework = name[..name.IndexOf(':')],
        Body = $"<script>{head} watchResult(); beside({decoy});</script>{body}<script src=/frameworks/{bundle}.js></script>",
        Response = culprit,
    };

    private static Dictionary<string, string> Next(string body) => new() { ["next"] = body };
}
