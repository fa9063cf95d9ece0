using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>
/// Every way by which a result may come, each beside a poller of 100 ms, an analytics call and a beacon with a slow database, and a
/// worker that goes on answering: <c>exactness --only transport: --rounds 20</c> shows that none of them is ever blamed.
/// </summary>
internal static class TransportCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";
    private const string Job = "while (await (await fetch(`/job?id=${job}&ms=280`)).text() !== 'done') await new Promise(r => setTimeout(r, 110));";
    private const string Wasm = "/api?cdn=250&type=application/wasm&body=%00asm%01%00%00%00";

    private static readonly Blamed Worker = new(CulpritKind.MainThread, "worker");

    public static IEnumerable<MatrixCase> All => [.. Connections, .. Asked, .. Workers, .. Frames, .. Loaded, .. Fonts];

    private static IEnumerable<MatrixCase> Connections =>
    [
        Page("a WebSocket", "const socket = new WebSocket(`ws://${location.host}/socket`); socket.onmessage = () => show(); onGo(() => socket.send('250'))", Blamed.Backend("app")),
        Page("an event stream", "const id = Math.random(); new EventSource('/events?id=' + id).addEventListener('done', () => show()); onGo(() => fetch(`/push?ms=250&id=${id}`, { method: 'POST' }))", Blamed.Backend("app")),
        Page("a streamed body", """
            onGo(async () => {
              const reader = (await fetch('/lines?count=6&every=50')).body.pipeThrough(new TextDecoderStream()).getReader();
              while (!(await reader.read()).done);
              show();
            })
            """, Blamed.Backend("app"), decoy: 290),
    ];

    private static IEnumerable<MatrixCase> Asked =>
    [
        Page("an answer that is held", "onGo(async () => { await fetch('/job?id=1&hold=250'); show(); })", Blamed.Unknown),
        Page("asking again until it is done", $"onGo(async () => {{ const job = crypto.randomUUID(); {Job} show(); }})", Blamed.Idle, decoy: 345),
        Page("a message to itself", "addEventListener('message', e => { if (e.data === 'go on') show(); }); onGo(async () => { await ask('auth=250'); postMessage('go on'); })", Blamed.Backend("auth")),
        Page("the page's database", """
            const opened = new Promise(done => {
              const opening = indexedDB.open('orders', 1);
              opening.onupgradeneeded = () => opening.result.createObjectStore('orders', { autoIncrement: true });
              opening.onsuccess = () => done(opening.result);
            });
            onGo(async () => {
              const order = await ask('auth=250');
              (await opened).transaction('orders', 'readwrite').objectStore('orders').put(order).onsuccess = () => show();
            });
            """, Blamed.Backend("auth")),
    ];

    private static IEnumerable<MatrixCase> Workers =>
    [
        Page("a worker that computes", "const worker = new Worker('/worker.js'); worker.onmessage = () => show(); onGo(() => worker.postMessage(250))", Worker),
        Page("a worker that asks the server", "const worker = new Worker('/worker.js'); worker.onmessage = () => show(); onGo(() => worker.postMessage('auth=250'))", Blamed.Backend("auth")),
        Page("a shared worker that computes", "const { port } = new SharedWorker('/worker.js'); port.onmessage = () => show(); onGo(() => port.postMessage(250))", Worker),
        Page("a shared worker that asks the server", "const { port } = new SharedWorker('/worker.js'); port.onmessage = () => show(); onGo(() => port.postMessage('auth=250'))", Blamed.Backend("auth")),
        Page("a channel to a worker that asks the server", "new Worker('/worker.js'); const channel = new BroadcastChannel('orders'); channel.onmessage = () => show(); onGo(() => channel.postMessage('auth=250'))", Blamed.Backend("auth")),
        ServiceWorker("a service worker that passes on", "onGo(async () => { await ask('auth=250'); show(); })"),
        ServiceWorker("a service worker's message", "navigator.serviceWorker.onmessage = () => show(); onGo(() => navigator.serviceWorker.controller.postMessage('auth=250'))"),
    ];

    private static IEnumerable<MatrixCase> Frames =>
    [
        Frame("a frame that asks the server", "location.origin", "await ask('auth=250');", Blamed.Backend("auth")),
        Frame("a frame that computes", "location.origin", "burn(250);", Blamed.MainThread),
        Frame("another site's frame that asks the server", "otherSite", "await ask('auth=250');", Blamed.Backend("auth")),
        Frame("another site's frame that computes", "otherSite", "burn(250);", Blamed.MainThread),
        Frame("another site's frame that waits", "otherSite", "await new Promise(r => setTimeout(r, 250));", Blamed.Unknown),
    ];

    private static IEnumerable<MatrixCase> Loaded =>
    [
        Page("WebAssembly", $"onGo(async () => {{ await WebAssembly.instantiateStreaming(fetch('{Wasm}')); show(); }})", Blamed.Backend("cdn")),
        Page("a module that is slow to start", "onGo(async () => { await import('/module.js?cdn=250'); show(); })", Blamed.Backend("cdn")),
        Page("a module that is slow to arrive", "onGo(async () => { await import('/module.js?cdn=20&transit=230'); show(); })", Blamed.Network("transit")),
    ];

    private static IEnumerable<MatrixCase> Fonts =>
    [
        Font("a font that hides its text", "block", "onGo(() => { change(); document.fonts.load('16px Box').then(shown); })", Blamed.Backend("cdn"), 385),
        Font("a font that comes after an answer", "block", "onGo(async () => { await ask('auth=120'); change(); document.fonts.load('16px Box').then(shown); })", Blamed.Backend("cdn"), 505),
        Font("a font that its text does not wait for", "swap", "onGo(async () => { await ask('auth=250'); change(); shown(); })", Blamed.Backend("auth"), 235),
    ];

    private static MatrixCase Page(string what, string script, Blamed culprit, int decoy = 235, string body = Go) => new()
    {
        Name = $"transport: {what}",
        Body = $"{body}<script>besideAll({decoy}); {script}</script>",
        Response = culprit,
    };

    private static MatrixCase ServiceWorker(string what, string script) => Page(
        what,
        "navigator.serviceWorker.register('/service-worker.js'); navigator.serviceWorker.ready.then(() => { const told = () => { element('ready').textContent = 'ready'; }; if (navigator.serviceWorker.controller) told(); else navigator.serviceWorker.oncontrollerchange = told; }); " + script,
        Blamed.Backend("auth"),
        body: Go + "<p id=ready></p>") with
    { Steps = [Do.Of(StepAction.WaitFor, "text=ready"), Do.Click()] };

    /// <summary>A frame that is asked by a message, and answers with one.</summary>
    private static MatrixCase Frame(string what, string origin, string work, Blamed culprit)
    {
        var page = Page(
            what,
            $"element('frame').src = {origin} + '/page/{Uri.EscapeDataString($"transport: {what}")}/inner'; addEventListener('message', e => {{ if (e.data === 'ready') element('ready').textContent = 'ready'; if (e.data === 'answer' && e.source === element('frame').contentWindow) show(); }}); onGo(() => element('frame').contentWindow.postMessage('ask', '*'))",
            culprit,
            body: Go + "<p id=ready></p><iframe id=frame></iframe>");
        return page with
        {
            Parts = new Dictionary<string, string>
            {
                ["inner"] = $"<script>addEventListener('message', async e => {{ if (e.data !== 'ask') return; {work} e.source.postMessage('answer', '*'); }}); parent.postMessage('ready', '*')</script>",
            },
            Steps = [Do.Of(StepAction.WaitFor, "text=ready"), Do.Click()],
        };
    }

    /// <summary>A text whose font comes 400 ms after the text was first to be seen.</summary>
    private static MatrixCase Font(string what, string display, string script, Blamed culprit, int decoy) => Page(
        what,
        "const change = () => { element('out').setAttribute('elementtiming', String(lastInput)); element('out').textContent = 'done'; }; " + script,
        culprit,
        decoy,
        $"<style>@font-face {{ font-family: Box; src: url(/font.ttf?cdn=400); font-display: {display} }} #out {{ font-family: Box, sans-serif }}</style>{Go}");
}
