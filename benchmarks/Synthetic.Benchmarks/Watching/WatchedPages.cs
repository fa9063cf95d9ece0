using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Watching;

/// <summary>The pages on which the cost of being watched is measured.</summary>
internal static class WatchedPages
{
    private const string Go = "<button id=go>go</button><p id=out></p>";

    /// <summary>The parts of a response, told beside the web vitals: from the press of the button to the click's handler, and to the answer.</summary>
    private const string Parts = """
        <script>
          const pressed = e => truth.vitals['press to click'] = performance.timeOrigin + performance.now() - lastInput;
          const part = async (name, act) => {
            const from = performance.now();
            await act();
            truth.vitals[name] = performance.now() - from;
          };
        </script>
        """;

    public static IReadOnlyList<MatrixCase> All { get; } =
    [
        new() { Name = "watched: light", Body = Go + Parts + "<script>onGo(async e => { pressed(e); await part('answer', () => ask('db=100')); show(); })</script>", Response = Blamed.Backend("db") },
        new()
        {
            // 2,000 timers, 2,000 messages between ports, 20,000 nodes, 60 frames and work that is long enough to be reported.
            Name = "watched: heavy",
            Body = Go + Parts + """
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
                  onGo(async e => {
                    pressed(e);
                    burn(60);
                    await part('answer', () => ask('db=50'));
                    await part('timers', () => timers(2000));
                    await part('messages', () => messages(2000));
                    await part('frames', () => frames(10));
                    await part('nodes', () => nodes(20000));
                    show();
                  });
                </script>
                """,
        },
    ];
}
