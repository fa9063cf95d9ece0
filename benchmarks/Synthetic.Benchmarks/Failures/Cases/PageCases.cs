namespace Synthetic.Benchmarks.Failures.Cases;

/// <summary>Pages that do not come, or are not the right ones.</summary>
internal static class PageCases
{
    public static IEnumerable<FailureCase> All =>
    [
        new("nothing listens there", "", """{ "goto": "http://{closed}/" }""", "navigation", "nothing accepts connections at {closed}: is the server running, and is the port right? (net::ERR_CONNECTION_REFUSED)"),
        new("a name that DNS does not know", "", """{ "goto": "http://no-such-shop.invalid/" }""", "navigation", "no server is known by the name no-such-shop.invalid"),
        new("a certificate that nobody signed", "", """{ "goto": "https://{secure}/" }""", "navigation", "the certificate of {secure} is not signed by an authority that the browser trusts: if it is your own, make this machine trust it … (net::ERR_CERT_AUTHORITY_INVALID)"),
        new("https where http was meant", "", """{ "goto": "https://{site}/other" }""", "navigation", "{site} does not speak https"),
        new("a server that hangs up", "", """{ "goto": "http://{silent}/" }""", "navigation", "{silent} took the connection and closed it without an answer"),
        new("a circle of redirects", "", """{ "goto": "/circle/a" }""", "navigation", "redirects in a circle … /circle/b → … /circle/a; its operators have to end that"),
        new("a page that is not there", "", """{ "goto": "/no-such-page" }""", "http", "answered 404 Not Found: is the address right?"),
        new("a page that fails", "", """{ "goto": "/broken" }""", "http", "answered 500 … the page says \"The shop is being repaired\""),
        new("a download by its address", "", """{ "goto": "/file" }""", "navigation", "the address is a download, not a page: terms.zip … request it in \"setup\""),
        new("a server that does not answer", "", """{ "goto": "/never" }""", "timeout", "the page did not finish loading within … /never is not answered yet; if an answer may take so long, give the step a longer"),
        new("a page that crashes", "", """{ "goto": "/other" }""", "browser", "the page's process crashed, as it does without memory, or by a fault of the browser: give this machine or container more memory")
            { Change = scenario => scenario with { Steps = [.. scenario.Steps.Select(step => step with { Values = ["chrome://crash"] })] } },
        new("the wrong title", "", """{ "goto": "/other", "expect": { "title": "Your cart" } }""", "expectation", "expected the title to contain \"Your cart\" within … it is \"Other\", on http://{site}/other; … an earlier step is missing"),
        new("the wrong address", "", """{ "goto": "/other", "expect": { "url": "/cart" } }""", "expectation", "expected the address to match http://{site}/cart within … it is http://{site}/other, without a redirect by a server; … an earlier step is missing"),
        new("a text that never comes", "<button id=buy onclick=\"document.body.innerHTML = '<h1>Sign in</h1><p>Your session has ended.</p>'\">Buy</button>", """{ "click": "#buy", "expect": { "text": "Order confirmed" } }""",
            "expectation", "expected the page to show \"Order confirmed\" within … shows \"Sign in Your session has ended.\"; the step made no request, and no script threw"),
        new("a text that is there, but hidden", "<button id=buy onclick=\"thanks.textContent = 'Order confirmed'\">Buy</button><p id=thanks style='visibility:hidden'></p>", """{ "click": "#buy", "expect": { "text": "Order confirmed" } }""",
            "expectation", "it is there, but hidden: visibility: hidden on p#thanks; the step made no request, and no script threw"),
        new("a notice that does not go", "<button id=buy onclick=\"busy.hidden = false; fetch('/broken').then(answer => busy.hidden = answer.ok)\">Buy</button><p id=busy hidden>Loading</p>", """{ "click": "#buy", "expect": { "hidden": "#busy" } }""",
            "expectation", "expected #busy to be hidden within … text \"Loading\" still shows; GET http://{site}/broken answered 500"),
        new("a result that comes too late", "<button id=buy onclick=\"fetch('/never')\">Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "expected the page to show \"1 item\" within … /never is not answered yet"),
    ];
}
