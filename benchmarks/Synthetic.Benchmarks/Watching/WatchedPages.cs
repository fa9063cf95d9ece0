using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Watching;

/// <summary>The pages on which the cost of being watched is measured.</summary>
internal static class WatchedPages
{
    private const string Go = "<button id=go>go</button><p id=out></p>";

    public static IReadOnlyList<MatrixCase> All { get; } =
    [
        new() { Name = "watched: light", Body = Go + "<script>onGo(async () => { await ask('db=100'); show(); })</script>", Response = Blamed.Backend("db") },
        new()
        {
            // 2,000 timers, 2,000 messages between ports, 20,000 nodes, 60 frames and work that is long enough to be reported.
            Name = "watched: heavy",
            Body = Go + """
                <div id=list></div>
                <script>
                  const timers = count => Promise.all(Array.from({ length: count }, (_, n) => new Promise(done => setTimeout(done, n % 20))));
                  const messages = count => new Promise(done => {
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => --count > 0 ? port2.postMessage(0) : done();
                    port2.postMessage(0);
                  });
                  const frames = count => new Promise(done => {
                    const next = () => --count > 0 ? requestAnimationFrame(next) : done();
                    next();
                  });
                  const nodes = count => {
                    for (let n = 0; n < count; n++) {
                      const row = document.createElement('i');
                      row.textContent = n;
                      element('list').append(row);
                    }
                  };
                  onGo(async () => {
                    burn(60);
                    await ask('db=50');
                    await Promise.all([timers(2000), messages(2000), frames(10)]);
                    nodes(20000);
                    show();
                  });
                </script>
                """,
        },
    ];
}
