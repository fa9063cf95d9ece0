using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Pooling;

namespace Synthetic.SystemTests.Driving;

[CancelAfter(60_000)]
public sealed class NetworkLogTests
{
    [Test]
    public async Task EveryRequestAndEveryWriteIsCountedAlsoWhenNoMoreAreKept(CancellationToken ct)
    {
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("hello"));
            app.MapMethods("/data", ["GET", "POST"], () => TypedResults.Ok());
        });
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path, WatchHost = false });
        await using var lease = await pool.RentAsync(ct: ct);
        var log = new NetworkLog(lease.Context, TimeProvider.System, limit: 3);
        var page = await lease.Context.NewPageAsync();
        await page.GotoAsync(site.Uri.ToString());
        await page.EvaluateAsync("""
            async () => {
              for (let i = 0; i < 5; i++) await fetch('/data');
              for (let i = 0; i < 2; i++) await fetch('/data', { method: 'POST' });
            }
            """);

        Assert.That((log.Count, log.Writes), Is.EqualTo((8, 2)));
        Assert.That(log.Read(0), Has.Count.EqualTo(3));
        Assert.That((log.LeftOutAfter(0), log.LeftOutAfter(6)), Is.EqualTo((5, 2)));
    }
}
