namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>A click, an awaited fetch, a text: with every kind of slowness.</summary>
internal static class FetchCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";

    public static IEnumerable<MatrixCase> All =>
    [
        Awaited("db", "db=250&cache=20", Blamed.Backend("db")),
        Awaited("cache", "cache=220&db=15", Blamed.Backend("cache")),
        Awaited("auth", "auth=240&db=15", Blamed.Backend("auth")),
        Awaited("external", "payments=260&payments.db=0&db=20&wait=280", Blamed.Backend("payments")),
        Awaited("several", "db=150&auth=90&cache=60", Blamed.Backend("db")),
        Awaited("transit", "db=20&transit=260", Blamed.Network("transit")),
        Awaited("download", "db=20&download=300", Blamed.Network("download")),
        Awaited("a quick answer", "db=20", null),
        new()
        {
            Name = "fetch: redirect",
            Body = Go + "<script>onGo(async () => { await (await fetch('/away?wait=250&to=' + encodeURIComponent('/api?db=20'))).text(); show(); })</script>",
            // The server that redirects says nothing of its time.
            Response = Blamed.Unknown,
        },
        new()
        {
            Name = "fetch: redirect that says why",
            Body = Go + "<script>onGo(async () => { await (await fetch('/away?auth=250&to=' + encodeURIComponent('/api?db=20'))).text(); show(); })</script>",
            Response = Blamed.Backend("auth"),
        },
        new()
        {
            Name = "fetch: connection queue",
            Body = Go + "<script>onGo(async () => { for (let n = 0; n < 6; n++) ask(`report=${n ? 600 : 320}&n=${n}`); await ask('db=10'); show(); })</script>",
            Response = Blamed.Queue,
        },
        new()
        {
            Name = "fetch: only its headers are waited for",
            Body = Go + "<script>onGo(async () => { const answer = await fetch('/api?auth=240&download=500'); if (answer.ok) show(); })</script>",
            Response = Blamed.Backend("auth"),
        },
        new()
        {
            Name = "fetch: headers, then an unread body in a chain",
            Body = Go + "<script>onGo(async () => { const answer = await fetch('/api?auth=240&download=500'); if (answer.ok) await ask('db=40'); show(); })</script>",
            Response = Blamed.Backend("auth"),
        },
        new()
        {
            Name = "fetch: connection set-up",
            Body = Go + "<p id=ready></p><script>let door; fetch('/door').then(r => r.text()).then(a => { door = a; ready.textContent = 'ready'; }); onGo(async () => { navigator.sendBeacon('/door'); await (await fetch(door)).text(); show(); })</script>",
            Steps = [Do.Of(Core.Scenarios.StepAction.WaitFor, "text=ready"), Do.Click()],
            Response = Blamed.Network("connect"),
            OnLinuxOnly = true,
        },
        new()
        {
            Name = "fetch: another origin that allows",
            Other = true,
            Body = Go + "<script>onGo(async () => { await (await fetch(other + '/api?ads=250&tao=1')).text(); show(); })</script>",
            Response = Blamed.Backend("ads"),
        },
        new()
        {
            Name = "fetch: another origin that does not allow",
            Other = true,
            Body = Go + "<script>onGo(async () => { await (await fetch(other + '/api?ads=250')).text(); show(); })</script>",
            Response = Blamed.Backend("ads"),
        },
        new()
        {
            Name = "fetch: another origin with a preflight",
            Other = true,
            Body = Go + "<script>onGo(async () => { await (await fetch(other + '/api?ads=250&tao=1', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } })).text(); show(); })</script>",
            Response = Blamed.Backend("ads"),
        },
        new()
        {
            Name = "fetch: a timer after it",
            Body = Go + "<script>onGo(async () => { await ask('db=20'); setTimeout(() => show(), 300); })</script>",
            Response = Blamed.Idle,
        },
        new()
        {
            Name = "fetch: work after it",
            Body = Go + "<script>onGo(async () => { await ask('db=30'); burn(260); show(); })</script>",
            Response = Blamed.MainThread,
        },
        new()
        {
            Name = "fetch: forced layout after it",
            Body = Go + "<div id=many></div><script>onGo(async () => { await ask('db=20'); many.innerHTML = '<p>x</p>'.repeat(400); for (const end = performance.now() + 220; performance.now() < end;) { many.style.width = 100 + Math.random() * 300 + 'px'; many.offsetHeight; } show(); })</script>",
            Response = Blamed.MainThread,
        },
        new()
        {
            Name = "fetch: many nodes after it",
            Body = Go + "<div id=many></div><script>onGo(async () => { await ask('db=20'); const text = '<div style=\"display:inline-flex\"><span>x</span></div>'.repeat(8000); many.innerHTML = text; show(); })</script>",
            Response = Blamed.Rendering,
        },
        new()
        {
            Name = "fetch: handler before it",
            Body = Go + "<script>onGo(async () => { burn(250); await ask('db=20'); show(); })</script>",
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "fetch: input delay before it",
            Body = Go + "<script>let once = false; element('go').addEventListener('pointermove', () => { if (!once) burn(250); once = true; }); onGo(async () => { await ask('db=20'); show(); })</script>",
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "fetch: an error",
            Body = Go + "<script>onGo(async () => { try { await fetch('/missing'); await ask('db=220'); } finally { show(); } })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "fetch: xhr with listeners",
            Body = Go + "<script>onGo(() => { const x = new XMLHttpRequest(); x.open('GET', '/api?db=240'); x.onload = () => show(x.responseText && 'done'); x.send(); })</script>",
            Response = Blamed.Backend("db"),
        },
    ];

    private static MatrixCase Awaited(string what, string query, Blamed? culprit) => new()
    {
        Name = $"fetch: {what}",
        Body = $"{Go}<script>onGo(async () => {{ await ask('{query}'); show(); }})</script>",
        Response = culprit,
    };
}
