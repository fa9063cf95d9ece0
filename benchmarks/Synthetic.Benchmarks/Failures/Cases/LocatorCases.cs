namespace Synthetic.Benchmarks.Failures.Cases;

/// <summary>Elements that are not found, or not only one.</summary>
internal static class LocatorCases
{
    public static IEnumerable<FailureCase> All =>
    [
        new("an id with a letter too few", "<h1>Cart</h1><button id=checkout>Check out</button>", """{ "click": "#chekout" }""",
            "timeout", "could not click #chekout within … no such element on the page; there is a button \"Check out\" (#checkout); did you mean that?"),
        new("a name that is longer", "<h1>Wiki</h1><a href='#'>Create this page [e]</a><a href='#'>Help</a>", """{ "click": { "role": "link", "name": "Create page" } }""",
            "timeout", "no such element on the page; there is a link \"Create this page [e]\"; did you mean that?"),
        new("another role", "<a href='#'>Sign in</a>", """{ "click": { "role": "button", "name": "Sign in" } }""",
            "timeout", "there is a link \"Sign in\", not a button; did you mean that?"),
        new("a text that is misspelt", "<p>Order confirmed</p>", """{ "waitFor": { "text": "Order confirmd" } }""",
            "timeout", "could not see text \"Order confirmd\" … there is a text \"Order confirmed\"; did you mean that?"),
        new("nothing of the kind", "<h1>Sorry</h1><p>We are closed today.</p>", """{ "click": { "role": "button", "name": "Buy" } }""",
            "timeout", "no such element on the page; the page http://{site}/case/nothing-of-the-kind shows \"Sorry We are closed today.\" and it has no button at all: the address or an earlier step is wrong"),
        new("several of the same name", "<main><form id=mail><button type=button>Save</button></form><form id=address><button type=button>Save</button></form></main>", """{ "click": { "role": "button", "name": "Save" } }""",
            "scenario", "2 elements match, and the locator does not say which is meant: \"nth\": 0 is button \"Save\" (in main > form#mail), \"nth\": 1 is button \"Save\" (in main > form#address); write {\"role\":\"button\",\"name\":\"Save\",\"nth\":0} for the first, or add \"within\" to say where it is"),
        new("a text within several texts", "<button>Save now</button><button>Save as draft</button>", """{ "click": { "text": "Save" } }""",
            "scenario", "\"nth\": 0 is button \"Save now\", \"nth\": 1 is button \"Save as draft\" … best write the whole name of the one that is meant, as \"Save now\""),
        new("several where one is expected", "<button>Toggle navigation</button><button>Toggle navigation</button>", """{ "waitFor": "button", "expect": { "enabled": { "role": "button", "name": "Toggle navigation" } } }""",
            "scenario", "\"nth\": 0 is button \"Toggle navigation\" (at x 8, y … \"nth\": 1 is button \"Toggle navigation\" (at x 1"),
        new("inside of a frame", "<iframe id=pay srcdoc='<button>Pay now</button>'></iframe>", """{ "click": { "role": "button", "name": "Pay now" } }""",
            "timeout", "it is inside the frame iframe#pay, and frames are searched only where the locator says so: add \"frame\": \"iframe#pay\""),
        new("near, inside of a frame", "<iframe id=pay srcdoc='<button>Pay now</button>'></iframe>", """{ "click": { "role": "button", "name": "Pay now!" } }""",
            "timeout", "there is a button \"Pay now\" inside the frame iframe#pay; did you mean that? Then take its name, and add \"frame\": \"iframe#pay\" to the locator"),
        new("inside of an open shadow root, misspelt", "<my-cart></my-cart><script>document.querySelector('my-cart').attachShadow({ mode: 'open' }).innerHTML = '<button>Check out</button>'</script>", """{ "click": { "role": "button", "name": "Chek out" } }""",
            "timeout", "there is a button \"Check out\"; did you mean that?"),
        new("inside of a closed shadow root", "<my-cart></my-cart><script>document.querySelector('my-cart').attachShadow({ mode: 'closed' }).innerHTML = '<button>Check out</button>'</script>", """{ "click": { "role": "button", "name": "Check out" } }""",
            "timeout", "it is inside <my-cart>, in a closed shadow root, where no locator finds anything"),
        new("a selector that nobody can read", "", """{ "click": "a[href='/cart'" }""", "validate", "must be a selector that can be read: its [ is never closed"),
        new("a key that there is not", "", """{ "press": "Ctrl+A" }""", "validate", "did you mean \"Control+A\"?"),
        new("a file that is not there", "", """{ "upload": { "into": "#photo", "value": "photos/front.png" } }""", "validate", "must be a file that is there, by a path from the scenario file's folder"),
    ];
}
