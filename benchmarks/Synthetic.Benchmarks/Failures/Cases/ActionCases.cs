namespace Synthetic.Benchmarks.Failures.Cases;

/// <summary>Elements that are found, and can't be used.</summary>
internal static class ActionCases
{
    private const string Buy = """{ "click": "#buy" }""";

    public static IEnumerable<FailureCase> All =>
    [
        new("covered by a notice", "<button id=buy>Buy</button><div id=consent style='position:fixed;inset:0;background:#fff'>We value your privacy</div>", Buy,
            "timeout", "it is covered by div#consent, which says \"We value your privacy\": close that in an earlier step"),
        new("hidden with its menu", "<div id=menu style='display:none'><button id=buy>Buy</button></div>", Buy, "timeout", "it is there, but hidden: display: none on div#menu"),
        new("disabled", "<form><fieldset id=payment disabled><button id=buy>Buy</button></fieldset></form>", Buy, "timeout", "it is disabled, by fieldset#payment; an earlier step must enable it"),
        new("disabled for good", "<form><fieldset id=payment disabled><button id=buy>Buy</button></fieldset></form>", """{ "waitFor": "#buy", "expect": { "enabled": "#buy" } }""", "expectation", "expected #buy to be enabled … it is disabled, by fieldset#payment"),
        new("taken away again and again", "<button id=buy>Buy</button><script>(function again() { const old = document.getElementById('buy'); const next = old.cloneNode(true); old.replaceWith(next); requestAnimationFrame(again); })()</script>", Buy,
            "timeout", "could not click #buy"),
        new("off the page", "<button id=buy style='position:absolute;left:-5000px'>Buy</button>", Buy, "timeout", "it lies outside of the page"),
        new("moving without end", "<style>@keyframes go { to { transform: translateX(300px) } } #buy { animation: go .3s linear infinite alternate }</style><button id=buy>Buy</button>", Buy,
            "timeout", "it never stands still, while the animation \"go\" of button#buy runs"),
        new("read-only", "<input id=name readonly>", """{ "fill": { "into": "#name", "value": "Ada" } }""", "timeout", "could not fill in #name … it is read-only"),
        new("no field at all", "<h1 id=name>Name</h1>", """{ "fill": { "into": "#name", "value": "Ada" } }""", "scenario", "could not fill in #name: it is heading \"Name\" (h1#name), not a field that text can be entered in: name the field itself"),
        new("an option that there is not", "<select id=size><option>Small</option><option>Medium</option><option>Large</option></select>", """{ "select": { "into": "#size", "value": "XLarge" } }""",
            "scenario", "could not choose in #size … it has no option \"XLarge\"; did you mean \"Large\"? There are \"Small\", \"Medium\", \"Large\""),
        new("a click that comes too early", "<h1>Shop</h1><button id=buy>Buy</button><script>const looks = setInterval(() => { if (document.activeElement === buy) { clearInterval(looks); setTimeout(() => buy.onclick = () => buy.after('1 item'), 700) } }, 20)</script>",
            """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "shows \"Shop Buy\" … nothing listened to this click: the page was not interactive yet, a listener came … later; add \"ready\": \"listeners\" to the step"),
        new("a click that nothing listens to", "<h1>Shop</h1><button id=buy>Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "shows \"Shop Buy\"; the click did nothing that can be seen … nothing in the page listens to clicks on #buy; waiting would not help: another element is meant, or the script that should listen did not run"),
        new("a script that throws", "<button id=buy onclick=\"cart.add(1)\">Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "a script of the page threw: ReferenceError: cart is not defined (at HTMLButtonElement.onclick (http://{site}/"),
        new("a script that never ends", "<button id=buy onclick=\"for (;;);\">Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "timeout", "could not click #buy within … the page's main thread was busy and answered nothing: a script of the page never ends"),
        new("a request that the page forbids", "<button id=buy onclick=\"fetch('http://{other}/api').catch(() => {})\">Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "the page's own Content Security Policy forbids something that its site has to allow, if it is meant: \"Connecting to 'http://{other}/api' violates the following Content Security Policy directive") { Header = ("Content-Security-Policy", "connect-src 'self'") },
        new("a request that fails", "<button id=buy onclick=\"fetch('/broken').then(() => this.after(' Please try again'))\">Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "/broken answered 500"),
        new("a dialog that was not agreed to", "<button id=buy onclick=\"if (confirm('Really buy?')) this.after('1 item')\">Buy</button>", """{ "click": "#buy", "expect": { "text": "1 item" } }""",
            "expectation", "the page opened a dialog: confirm: Really buy? (dismissed): to accept it, add \"dialog\": \"accept\" to the step"),
        new("a pop-up", "<a id=terms href='/other' target=_blank>Terms</a>", """{ "click": "#terms", "expect": { "text": "Terms and conditions" } }""",
            "expectation", "a pop-up was opened (http://{site}/other) … a step of its own after this one, with \"in\": \"popup\""),
        new("a download instead of a page", "<a id=terms href='/file'>Terms</a>", """{ "click": "#terms", "expect": { "text": "Terms and conditions" } }""",
            "expectation", "a download was begun: terms.zip from http://{site}/file (the file was not saved); the page stays as it was, so expect the answer itself: \"expect\": { \"response\": { \"url\": \"http://{site}/file\" } }"),
    ];
}
