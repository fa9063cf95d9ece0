using System.Globalization;
using System.Text.Json;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Pooling;
using Synthetic.Core.ServerTiming;

namespace Synthetic.SystemTests.ServerTiming;

/// <summary>What one header came to on its way.</summary>
/// <param name="Sent">The fields as they went over the wire, a character a byte.</param>
/// <param name="Page">What the page's own entry says.</param>
/// <param name="Driver">The fields as the network layer hands them over.</param>
internal sealed record HeardHeader(IReadOnlyList<string> Sent, IReadOnlyList<ServerTimingMetric> Page, IReadOnlyList<string> Driver);

/// <summary>The browser itself: sends headers to a page, and asks both the page and the network layer what came.</summary>
internal sealed class HeaderOracle : IAsyncDisposable
{
    /// <summary>What the network layer notes in a run is limited, and so is what a page may fetch at once.</summary>
    private const int Batch = 1000;

    private const string ReadAll = """
        async count => {
          const all = new Map();
          const complete = new Promise(done => new PerformanceObserver(list => {
            for (const e of list.getEntries()) {
              const text = m => [m.name, Object.is(m.duration, -0) ? '-0' : String(m.duration), m.description];
              all.set(e.name.split('?')[1], e.serverTiming.map(text));
            }
            if (all.size === count) done();
          }).observe({ type: 'resource' }));
          const indexes = [...Array(count).keys()];
          await Promise.all(indexes.map(async i => (await fetch('/h?' + i)).arrayBuffer()));
          await complete;
          return JSON.stringify(indexes.map(i => all.get(String(i))));
        }
        """;

    private readonly BrowserPool _pool = new(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path });

    public async IAsyncEnumerable<HeardHeader> HearAsync(IEnumerable<IReadOnlyList<string>> headers)
    {
        foreach (var batch in headers.Chunk(Batch))
        {
            foreach (var heard in await HearBatchAsync(batch))
                yield return heard;
        }
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private async Task<IEnumerable<HeardHeader>> HearBatchAsync(IReadOnlyList<string>[] batch)
    {
        await using var site = new RawSite(path =>
            path.StartsWith("/h?", StringComparison.Ordinal) ? RawSite.Response(Fields(batch[Index(path)]), "") : RawSite.Response("", "<!doctype html>"));
        await using var lease = await _pool.RentAsync();
        var log = new NetworkLog(lease.Context, TimeProvider.System);
        var left = batch.Length;
        var answered = new TaskCompletionSource();
        lease.Context.Response += (_, response) =>
        {
            if (response.Url.Contains('?') && Interlocked.Decrement(ref left) == 0)
                answered.SetResult();
        };
        var page = await lease.Context.NewPageAsync();
        await page.GotoAsync(site.Uri.ToString());
        var read = JsonSerializer.Deserialize<string[][][]>(await page.EvaluateAsync<string>(ReadAll, batch.Length))!;
        await answered.Task;
        var exchanges = log.Read(0);
        var handedOver = exchanges.Where(e => e.Url.Contains('?')).ToDictionary(e => Index(e.Url), e => e.ServerTiming);
        return batch.Select((sent, i) => new HeardHeader(sent, [.. read[i].Select(Metric)], handedOver[i]));
    }

    private static int Index(string address) => int.Parse(address.Split('?')[1]);

    // Other fields between, and names in any case: neither must matter.
    private static string Fields(IReadOnlyList<string> values) => string.Concat(values.Select((value, i) =>
        $"{(i % 2 == 0 ? "Server-Timing" : "SERVER-timing")}:{value}\r\nX-Between: {i}\r\n"));

    private static ServerTimingMetric Metric(string[] read) => new(read[0], double.Parse(read[1], CultureInfo.InvariantCulture), read[2]);
}
