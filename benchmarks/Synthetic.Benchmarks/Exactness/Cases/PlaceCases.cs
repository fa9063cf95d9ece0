using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Results that stand, or come from, somewhere else than the page's own body: frames, shadow roots, images, workers.</summary>
internal static class PlaceCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";
    private const string Framed = "<button id=go>go</button><p id=out></p><script>FAULT</script>";

    public static IEnumerable<MatrixCase> All =>
    [
        Frame("same origin, db", false, "onGo(async () => { await ask('db=260'); show(); })", Blamed.Backend("db"), null),
        Frame("same origin, handler", false, "onGo(() => { burn(250); show(); })", Blamed.MainThread, Blamed.MainThread),
        Frame("another origin, db", true, "onGo(async () => { await ask('db=260'); show(); })", Blamed.Backend("db"), null),
        Frame("another origin, handler", true, "onGo(() => { burn(250); show(); })", Blamed.MainThread, Blamed.MainThread),
        new()
        {
            Name = "shadow: open root",
            Body = "<x-shop></x-shop><script>const root = document.querySelector('x-shop').attachShadow({ mode: 'open' }); root.innerHTML = '<button id=go>go</button><p id=out></p>'; root.getElementById('go').onclick = async () => { await ask('db=260'); root.getElementById('out').textContent = 'done'; shown(); }</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "shadow: handler in an open root",
            Body = "<x-shop></x-shop><script>const root = document.querySelector('x-shop').attachShadow({ mode: 'open' }); root.innerHTML = '<button id=go>go</button><p id=out></p>'; root.getElementById('go').onclick = () => { burn(250); root.getElementById('out').textContent = 'done'; shown(); }</script>",
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        Image("db", "db=260", Blamed.Backend("db")),
        Image("transit", "db=20&transit=260", Blamed.Network("transit")),
        Image("no header", "wait=260", Blamed.Unknown),
        new()
        {
            Name = "worker: fetch",
            Body = Go + "<script>const worker = new Worker('/worker.js'); worker.onmessage = () => show(); onGo(() => worker.postMessage('db=260'))</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "worker: transit",
            Body = Go + "<script>const worker = new Worker('/worker.js'); worker.onmessage = () => show(); onGo(() => worker.postMessage('db=20&transit=260'))</script>",
            Response = Blamed.Network("transit"),
        },
        new()
        {
            Name = "worker: that ends with its answer",
            Body = Go + "<script>const worker = new Worker('/worker.js'); worker.onmessage = () => { worker.terminate(); show(); }; onGo(() => worker.postMessage('db=260'))</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "service worker: db",
            Body = Go + "<p id=ready></p><script>navigator.serviceWorker.register('/service-worker.js'); navigator.serviceWorker.ready.then(() => { const told = () => { ready.textContent = 'ready'; }; if (navigator.serviceWorker.controller) told(); else navigator.serviceWorker.oncontrollerchange = told; }); onGo(async () => { await ask('db=260'); show(); })</script>",
            Steps = [Do.Of(StepAction.WaitFor, "text=ready"), Do.Click()],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "style: revealed by a class",
            Body = "<style>#late { visibility: hidden } .on #late { visibility: visible }</style><button id=go>go</button><p id=late>done</p><script>onGo(async () => { await ask('db=260'); document.body.className = 'on'; shown(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "style: a hidden thing goes",
            Body = "<button id=go>go</button><p id=busy>busy</p><script>onGo(async () => { await ask('cache=260'); busy.remove(); shown(); })</script>",
            Steps = [Do.Click(expect: new Expectation { Hidden = new Locator(LocatorKind.Selector, "#busy") })],
            Response = Blamed.Backend("cache"),
        },
        new()
        {
            Name = "nothing: it was there all along",
            Body = "<button id=go>go</button><p>done</p>",
            Responds = false,
        },
    ];

    private static MatrixCase Frame(string what, bool other, string script, Blamed culprit, Blamed? inp)
    {
        var name = $"frame: {what}";
        return new MatrixCase
        {
            Name = name,
            Other = other,
            Body = $"<iframe id=frame width=600 height=300></iframe><script>element('frame').src = other + '/page/{Uri.EscapeDataString(name)}/inner'</script>",
            Parts = new Dictionary<string, string> { ["inner"] = Framed.Replace("FAULT", script, StringComparison.Ordinal) },
            Steps = [Do.Click("#frame >> internal:control=enter-frame >> #go", new Expectation { Visible = new Locator(LocatorKind.Selector, "#frame >> internal:control=enter-frame >> text=done") })],
            Response = culprit,
            Inp = inp,
        };
    }

    private static MatrixCase Image(string what, string query, Blamed culprit) => new()
    {
        Name = $"image: {what}",
        Body = $"<button id=go>go</button><div id=out></div><script>onGo(() => {{ const image = new Image(); image.id = 'result'; image.alt = ''; image.onload = () => shown(); image.src = '/image?{query}'; element('out').append(image); }})</script>",
        Steps = [Do.Click(expect: new Expectation { Visible = new Locator(LocatorKind.Selector, "#result") })],
        Response = culprit,
    };
}
