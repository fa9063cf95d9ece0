namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Several things at once: only what the result waited for is to blame.</summary>
internal static class OverlapCases
{
    public static IEnumerable<MatrixCase> All =>
    [
        Go("a chain", "await ask('db=110&n=1'); await ask('db=110&n=2'); await ask('db=110&n=3'); show();", Blamed.Backend("db")),
        Go("a chain of different ones", "await ask('auth=60'); await ask('db=240'); await ask('cache=40'); show();", Blamed.Backend("db")),
        Go("a chain over the way", "await ask('db=10&transit=120&n=1'); await ask('db=10&transit=120&n=2'); show();", Blamed.Network("transit")),
        Go("a chain with work between", "await ask('db=60'); burn(220); await ask('db=61'); show();", Blamed.MainThread),
        Go("all of several", "await Promise.all([ask('db=260'), ask('auth=120'), ask('cache=60')]); show();", Blamed.Backend("db")),
        Go("the first of two", "const slow = ask('reports=900'); await ask('auth=260'); show(); await slow;", Blamed.Backend("auth")),
        Go("a decoy that ends before", "ask('decoy=150'); await ask('db=260'); show();", Blamed.Backend("db")),
        Go("a decoy sent before", "const decoy = ask('decoy=240'); await new Promise(r => setTimeout(r, 60)); await ask('auth=300'); await decoy; show();", Blamed.Backend("auth")),
        Go("a beacon beside", "navigator.sendBeacon('/api?analytics=200', 'x'); await ask('db=260'); show();", Blamed.Backend("db")),
        Go("work beside", "const answer = ask('db=260'); await new Promise(r => setTimeout(r, 40)); burn(90); await answer; show();", Blamed.Backend("db")),
        Go("a poller beside", "const poll = setInterval(() => ask('poll=30&n=' + Math.random()), 70); await ask('db=260'); show(); clearInterval(poll);", Blamed.Backend("db")),
        Go("frames drawn beside", "let on = true; const tick = () => { go.style.marginLeft = Math.random() + 'px'; if (on) requestAnimationFrame(tick); }; tick(); await ask('db=260'); show(); on = false;", Blamed.Backend("db")),
        Go("a retry", "await ask('db=130&n=1'); await new Promise(r => setTimeout(r, 20)); await ask('db=130&n=2'); show();", Blamed.Backend("db")),
        Go("identical requests in a row", "for (let i = 0; i < 3; i++) await ask('db=100'); show();", Blamed.Backend("db")),
        Go("a decoy that ends at the same time", "ask('decoy=255'); await ask('auth=250'); show();", Blamed.Backend("auth")),
        Go("a decoy that ends within the frame", "const decoy = ask('decoy=264'); await ask('auth=250'); show(); await decoy;", Blamed.Backend("auth")),
        Go("a queue behind requests that end with the queued one", "for (let n = 0; n < 6; n++) ask('report=320&n=' + n); await ask('db=10'); show();", Blamed.Queue),
    ];

    private static MatrixCase Go(string what, string script, Blamed culprit) => new()
    {
        Name = $"overlap: {what}",
        Body = $"<button id=go>go</button><p id=out></p><script>onGo(async () => {{ {script} }})</script>",
        Response = culprit,
    };
}
