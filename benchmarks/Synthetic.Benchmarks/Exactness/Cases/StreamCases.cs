namespace Synthetic.Benchmarks.Exactness.Cases;

/// <summary>Answers that come bit by bit, and answers that are asked for again until they are there.</summary>
internal static class StreamCases
{
    private const string Go = "<button id=go>go</button><p id=out></p>";

    /// <summary>Reads a stream's lines one by one.</summary>
    private const string Lines = """
        <script>
          const lines = async (query, read) => {
            const reader = (await fetch('/lines?' + query)).body.pipeThrough(new TextDecoderStream()).getReader();
            for (let n = 0; ;) {
              const { value, done } = await reader.read();
              if (done) return;
              n += value.split('\n').length - 1;
              read(n);
            }
          };
        </script>
        """;

    public static IEnumerable<MatrixCase> All =>
    [
        new()
        {
            Name = "lines: all of an answer that comes bit by bit",
            Body = Go + Lines + "<script>onGo(async () => { await lines('count=6&every=50', () => { }); show(); })</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "lines: the one that matters, and the answer goes on",
            Body = Go + Lines + "<script>onGo(() => lines('count=60&every=50', n => { if (n === 6) show(); }))</script>",
            Response = Blamed.Backend("app"),
        },
        new()
        {
            Name = "poll: asks again until it is done",
            Body = Go + "<script>onGo(async () => { const job = crypto.randomUUID(); while (await (await fetch(`/job?id=${job}&ms=280`)).text() !== 'done') await new Promise(r => setTimeout(r, 110)); show(); })</script>",
            Response = Blamed.Idle,
        },
        new()
        {
            Name = "poll: an answer that is held until there is something to say",
            Body = Go + "<script>setInterval(() => ask('polled=60'), 100); onGo(async () => { await fetch('/job?id=1&hold=250'); show(); })</script>",
            Response = Blamed.Unknown,
        },
    ];
}
