using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Other inputs than one click: keys, sliders, taps, several in one step, and some while the page still loads.</summary>
internal static class InputCases
{
    private const string Field = "<input id=field><p id=out></p>";
    private const string Go = "<button id=go>go</button><p id=out></p>";

    public static IEnumerable<MatrixCase> All =>
    [
        new()
        {
            Name = "keys: a search as you type",
            Body = Field + "<script>let n = 0; field.addEventListener('input', async () => { const mine = ++n; await ask('search=240&n=' + mine); if (mine === 5) show(); })</script>",
            // No more keys than a host has connections: or the last request would have to queue, and rightly be blamed for that.
            Steps = [Do.Type("#field", "click")],
            Interactions = 5,
            Response = Blamed.Backend("search"),
        },
        new()
        {
            Name = "keys: a debounced search",
            Body = Field + "<script>let timer; field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(async () => { await ask('search=30'); show(); }, 300); })</script>",
            Steps = [Do.Type("#field", "chromium")],
            Interactions = 8,
            Response = Blamed.Idle,
        },
        new()
        {
            Name = "keys: a slow handler for each",
            Body = Field + "<script>field.addEventListener('input', () => { burn(120); if (field.value.length === 4) show(); })</script>",
            Steps = [Do.Type("#field", "slow")],
            Interactions = 4,
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "keys: enter submits",
            Body = Field + "<script>field.addEventListener('keydown', async e => { if (e.key === 'Enter') { await ask('db=260'); show(); } })</script>",
            Steps = [Do.Of(StepAction.Press, "#field", "Enter") with { Expect = Do.Done }],
            Response = Blamed.Backend("db"),
        },
        new()
        {
            // The browser sometimes gives no entry for it, however long its handler took.
            Name = "keys: enter on a link to a hash",
            Body = "<a id=go href='#there'>go</a><p id=out></p><script>onGo(() => { burn(150); show(); })</script>",
            Steps = [Do.Of(StepAction.Press, "#go", "Enter") with { Expect = Do.Done }],
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "slider: by key",
            Body = "<input id=field type=range min=0 max=10 value=5><p id=out></p><script>field.addEventListener('change', async () => { await ask('filter=260'); show(); })</script>",
            Steps = [Do.Of(StepAction.Press, "#field", "ArrowRight") with { Expect = Do.Done }],
            Response = Blamed.Backend("filter"),
        },
        new()
        {
            Name = "slider: by pointer",
            Body = "<input id=field type=range min=0 max=10 value=0><p id=out></p><script>field.addEventListener('input', () => { burn(220); show(); })</script>",
            Steps = [Do.Click("#field")],
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "tap: db",
            Device = new Device { Name = "Pixel 5" },
            Body = "<meta name=viewport content='width=device-width'>" + Go + "<script>onGo(async () => { await ask('db=260'); show(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "tap: handler",
            Device = new Device { Name = "Pixel 5" },
            Body = "<meta name=viewport content='width=device-width'>" + Go + "<script>onGo(() => { burn(250); show(); })</script>",
            Response = Blamed.MainThread,
            Inp = Blamed.MainThread,
        },
        new()
        {
            Name = "double click: a fetch for each",
            Body = Go + "<script>let n = 0; onGo(async () => { const mine = ++n; await ask('db=240&n=' + mine); if (mine === 2) show(); })</script>",
            Steps = [Do.Of(StepAction.Dblclick, "#go") with { Expect = Do.Done }],
            Interactions = 2,
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "check: a box",
            Body = "<label><input type=checkbox id=go>go</label><p id=out></p><script>element('go').addEventListener('change', async () => { await ask('cache=260'); show(); })</script>",
            Steps = [Do.Of(StepAction.Check, "#go") with { Expect = Do.Done }],
            Response = Blamed.Backend("cache"),
        },
        new()
        {
            Name = "loading: a click while images come",
            Body = Go + "<img src='/image?cdn=900&n=1'><img src='/image?cdn=900&n=2'><script>onGo(async () => { await ask('db=260'); show(); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            Name = "loading: a click among start-up work",
            Body = Go + "<script>onGo(async () => { await ask('db=200'); show(); }); addEventListener('load', () => { for (let i = 1; i < 5; i++) setTimeout(() => burn(30), i * 60); })</script>",
            Response = Blamed.Backend("db"),
        },
        new()
        {
            // Each of them is rounded to nothing by whoever keeps three digits; together they are a score that needs improvement.
            Name = "loading: hundreds of small layout shifts",
            Body = """
                <style>#box { position: absolute; top: 100px; width: 400px; height: 254px; background: silver }</style>
                <button id=go disabled>go</button><p id=out></p><div id=box></div>
                <script>
                  let left = 289;
                  requestAnimationFrame(function move() {
                    element('box').style.top = left % 2 ? '104px' : '100px';
                    if (--left > 0) requestAnimationFrame(move);
                    else element('go').disabled = false;
                  });
                  onGo(() => show());
                </script>
                """,
        },
        new()
        {
            Name = "two clicks: only the second is asked about",
            Body = "<button id=first>first</button>" + Go + "<p id=one></p><script>first.onclick = () => { one.textContent = 'ready'; }; onGo(async () => { await ask('auth=260'); show(); })</script>",
            Steps = [Do.Click("#first", new Expectation { Text = "ready" }), Do.Click()],
            Response = Blamed.Backend("auth"),
        },
    ];
}
