using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>What applications of today do: states by class and attribute, spinners, optimistic rows, streams, split code, work in slices.</summary>
internal static class ApplicationCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";

    public static IEnumerable<MatrixCase> All =>
    [
        .. States, .. Streams, .. Code, .. Beside, .. Frames,
    ];

    private static IEnumerable<MatrixCase> States =>
    [
        new()
        {
            Name = "state: a spinner that came and went",
            Body = "<button id=go>go</button><p id=busy hidden>busy</p><script>onGo(async () => { busy.hidden = false; await ask('db=260'); busy.hidden = true; shown(); })</script>",
            Steps = [Do.Click(expect: new Expectation { Hidden = new Locator(LocatorKind.Selector, "#busy") })],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: loading, then ready, by class",
            Body = "<style>#panel b { display: none } #panel.ready b { display: block }</style><button id=go>go</button><div id=panel><b>done</b></div>"
                + "<script>onGo(async () => { panel.className = 'loading'; await ask('db=260'); panel.className = 'ready'; shown(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: an attribute that is waited for",
            Body = "<button id=go>go</button><div id=panel data-state=idle>panel</div><script>onGo(async () => { panel.dataset.state = 'loading'; await ask('db=260'); panel.dataset.state = 'done'; shown(); })</script>",
            Steps = [Do.Click(expect: Visible("[data-state=done]"))],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: an optimistic row that is saved later",
            Body = "<button id=go>go</button><ul id=list></ul><script>onGo(async () => { const row = document.createElement('li'); row.className = 'pending'; row.textContent = 'row'; list.append(row); await ask('db=260'); row.className = 'saved'; shown(); })</script>",
            Steps = [Do.Click(expect: Visible("#list .saved"))],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: a text put into a hidden panel first",
            Body = "<button id=go>go</button><div id=panel hidden><p id=out></p></div><script>onGo(async () => { out.textContent = 'done'; await ask('db=260'); panel.hidden = false; shown(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: a section comes with a text in parts that is shown later",
            Body = "<button id=go>go</button><div id=list></div><script>onGo(async () => { element('list').innerHTML = '<section><h2>Your order</h2><p id=out hidden>Order <b>42</b> done</p></section>'; await ask('db=260'); out.hidden = false; shown(); })</script>",
            Steps = [Do.Click(expect: Visible("text=Order 42 done"))],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: a button that is enabled again",
            Body = "<button id=go>go</button><script>onGo(async () => { const go = element('go'); go.disabled = true; await ask('db=260'); go.disabled = false; shown(); })</script>",
            Steps = [Do.Click(expect: Visible("#go:enabled"))],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "state: a result that goes on counting",
            Body = Go + "<script>onGo(async () => { await ask('db=200'); let n = 5; show('done ' + n); setInterval(() => out.textContent = 'done ' + --n, 16); })</script>",
            Response = Blamed.Backend("db"),
        },
    ];

    private static IEnumerable<MatrixCase> Streams =>
    [
        new()
        {
            Name = "stream: a part of an answer is enough",
            Body = Go + "<script>onGo(async () => { const body = (await fetch('/api?db=20&download=800')).body.getReader(); for (let n = 0; n < 45000;) n += (await body.read()).value.length; show(); })</script>",
            Response = Blamed.Network("download"),
        },
        new()
        {
            Name = "stream: a page that comes in pieces",
            Body = "<a id=go href='/streamed'>go</a>",
            // Its server pauses between them.
            Response = Blamed.Backend("app"),
        },
    ];

    private static IEnumerable<MatrixCase> Code =>
    [
        new()
        {
            Name = "code: work in slices after a fetch",
            Body = Go + "<script>const slice = n => new Promise(done => { const c = new MessageChannel(); c.port1.onmessage = () => { burn(5); c.port1.close(); done(); }; c.port2.postMessage(0); }); onGo(async () => { await ask('db=20'); for (let n = 0; n < 50; n++) await slice(); show(); })</script>",
            Response = Blamed.MainThread,
        },
        new()
        {
            Name = "code: a quick answer, then work",
            Body = Go + "<script>onGo(async () => { await ask('db=20'); burn(250); show(); })</script>",
            Response = Blamed.MainThread,
        },
        new()
        {
            Name = "code: a module imported on demand",
            Body = Go + "<script>onGo(async () => { await import('/module.js?cdn=260'); show(); })</script>",
            Response = Blamed.Backend("cdn"),
        },
        new()
        {
            Name = "code: a module preloaded and imported",
            Body = Go + "<script>onGo(async () => { const link = document.createElement('link'); link.rel = 'modulepreload'; link.href = '/module.js?cdn=260'; document.head.append(link); await import(link.href); show(); })</script>",
            Response = Blamed.Backend("cdn"),
        },
        new()
        {
            Name = "code: a style sheet that is waited for",
            Body = Go + "<script>onGo(() => { const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '/style.css?cdn=260'; link.onload = () => show(); document.head.append(link); })</script>",
            Response = Blamed.Backend("cdn"),
        },
        new()
        {
            Name = "code: an image preloaded, then shown",
            Body = "<button id=go>go</button><div id=out></div><script>onGo(async () => { const image = new Image(); image.src = '/image?cdn=260'; await image.decode(); image.id = 'result'; element('out').append(image); shown(); })</script>",
            Steps = [Do.Click(expect: Visible("#result"))],
            Response = Blamed.Backend("cdn"),
        },
    ];

    private static IEnumerable<MatrixCase> Beside =>
    [
        new()
        {
            Name = "beside: work while a timer runs",
            Body = Go + "<script>onGo(() => { setTimeout(() => burn(170), 40); setTimeout(() => show(), 320); })</script>",
            Response = Blamed.Idle,
        },
        new()
        {
            Name = "beside: a download while a timer runs",
            Body = Go + "<script>onGo(() => { ask('db=10&download=200'); setTimeout(() => show(), 360); })</script>",
            Response = Blamed.Idle,
        },
        new()
        {
            Name = "beside: a decoy that ends in a short render",
            Body = Go + "<script>onGo(async () => { const decoy = ask('decoy=275'); await ask('auth=250'); burn(38); show(); await decoy; })</script>",
            Response = Blamed.Backend("auth"),
        },
        new()
        {
            Name = "beside: an answer that is used much later",
            Body = Go + "<script>onGo(async () => { const early = ask('early=60'); await ask('db=260'); await early; show(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "beside: an aborted request before a second",
            Body = Go + "<script>onGo(async () => { try { await fetch('/api?slow=900', { signal: AbortSignal.timeout(80) }); } catch { } await ask('db=240'); show(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "beside: a request that was sent before the click",
            Body = "<script>const early = ask('db=900');</script>" + Go + "<script>onGo(async () => { await early; show(); })</script>",
            Response = Blamed.Backend("db"),
        },
    ];

    private static IEnumerable<MatrixCase> Frames =>
    [
        new()
        {
            Name = "frame: a link into it",
            Body = "<a id=go target=inner href='/page/frame:%20a%20link%20into%20it/next?db=260'>go</a><iframe name=inner id=frame></iframe>",
            Parts = new Dictionary<string, string> { ["next"] = "<p id=out>done</p><script>lastInput = Number(sessionStorage.getItem('input')); shown()</script>" },
            Steps = [Do.Click(expect: Visible("#frame >> internal:control=enter-frame >> text=done"))],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "keys: a field that is left is checked",
            Body = "<input id=field autofocus><button id=go>go</button><p id=out></p><script>field.addEventListener('blur', () => burn(220)); onGo(async () => { await ask('db=20'); show(); })</script>",
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "view transition: after a fetch",
            Body = Go + "<script>onGo(async () => { await ask('db=260'); document.startViewTransition(() => { show(); }); })</script>",
            Response = Blamed.Backend("db"),
        },
    ];

    private static Expectation Visible(string selector) => new() { Visible = new Locator(LocatorKind.Selector, selector) };
}
