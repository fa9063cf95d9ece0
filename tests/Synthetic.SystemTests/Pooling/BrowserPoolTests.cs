using System.Diagnostics;
using Microsoft.Playwright;
using Synthetic.Browser.Pooling;

namespace Synthetic.SystemTests.Pooling;

[TestFixture]
[CancelAfter(120_000)]
public sealed class BrowserPoolTests
{
    private readonly List<BrowserRestart> _restarts = [];

    [SetUp]
    public void Forget() => _restarts.Clear();

    [Test]
    public async Task AFreshContextHasNoStateOfTheLast(CancellationToken ct)
    {
        await using var pool = Pool();
        await using (var first = await pool.RentAsync(ct: ct))
        {
            await first.Context.AddCookiesAsync([new Cookie { Name = "who", Value = "first", Url = "http://127.0.0.1/" }]);
            Assert.That(await first.Context.CookiesAsync(), Has.Count.EqualTo(1));
        }
        await using var second = await pool.RentAsync(ct: ct);
        Assert.Multiple(async () =>
        {
            Assert.That(await second.Context.CookiesAsync(), Is.Empty);
            Assert.That(_restarts, Is.Empty);
        });
    }

    [Test]
    public async Task SeveralLeasesShareOneBrowser(CancellationToken ct)
    {
        await using var pool = Pool();
        var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pool.RentAsync(ct: ct)));
        Assert.That(leases.Select(lease => lease.Context.Browser).Distinct().Count(), Is.EqualTo(1));
        foreach (var lease in leases)
            await lease.DisposeAsync();
    }

    [Test]
    public async Task AKilledBrowserIsKnownAtOnceAndReplaced(CancellationToken ct)
    {
        await using var pool = Pool();
        var lease = await pool.RentAsync(ct: ct);
        var page = await lease.Context.NewPageAsync();
        Assert.That(lease.BrowserDied, Is.False);

        OurChromiums.Kill(OurChromiums.Browsers());
        Assert.That(async () => await page.EvaluateAsync("1"), Throws.InstanceOf<PlaywrightException>());
        Assert.That(lease.BrowserDied);
        await lease.DisposeAsync();

        await AssertHealthyAsync(pool, ct);
        Assert.That(_restarts.Select(r => r.Reason), Is.EqualTo(new[] { BrowserRestartReason.Disconnected }));
    }

    [Test]
    public async Task ABrowserKilledBetweenTwoRunsIsReplaced(CancellationToken ct)
    {
        await using var pool = Pool();
        await AssertHealthyAsync(pool, ct);
        OurChromiums.Kill(OurChromiums.Browsers());
        await AssertHealthyAsync(pool, ct);
        Assert.That(_restarts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AKilledDriverIsReplacedToo(CancellationToken ct)
    {
        await using (var pool = Pool())
        {
            await AssertHealthyAsync(pool, ct);
            OurChromiums.Kill(OurChromiums.Drivers());
            await AssertHealthyAsync(pool, ct);
            Assert.That(_restarts, Has.Count.EqualTo(1));
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task APageInAnEndlessLoopDoesNotHoldUpItsLease(CancellationToken ct)
    {
        await using (var pool = Pool())
        {
            var lease = await pool.RentAsync(ct: ct);
            Spin(await lease.Context.NewPageAsync());

            var watch = Stopwatch.StartNew();
            await lease.DisposeAsync();
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(7)));
            await TestContext.Progress.WriteLineAsync($"closed in {watch.ElapsedMilliseconds} ms, restarts: {_restarts.Count}");
            await AssertHealthyAsync(pool, ct);
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task APageInAnEndlessLoopDiesWithItsKilledBrowser(CancellationToken ct)
    {
        await using (var pool = Pool())
        {
            await using var lease = await pool.RentAsync(ct: ct);
            Spin(await lease.Context.NewPageAsync());
            OurChromiums.Kill(OurChromiums.Browsers());
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task ABrowserThatStandsStillIsKilledAndTheOtherLeasesLearnOfIt(CancellationToken ct)
    {
        await using (var pool = Pool(o => o with { CloseTimeout = TimeSpan.FromSeconds(1) }))
        {
            var stuck = await pool.RentAsync(ct: ct);
            var other = await pool.RentAsync(ct: ct);
            OurChromiums.Stop(OurChromiums.Browsers());

            var watch = Stopwatch.StartNew();
            await stuck.DisposeAsync();
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(3)));
            Assert.That(() => other.BrowserDied, Is.True.After(2000, 10));
            await AssertHealthyAsync(pool, ct);
            Assert.That(_restarts.Select(r => r.Reason), Is.EqualTo(new[] { BrowserRestartReason.Hung }));
            await other.DisposeAsync();
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task ABrowserIsReplacedAfterItsRunsAndServesItsLeasesToTheEnd(CancellationToken ct)
    {
        await using var pool = Pool(o => o with { MaxRuns = 2 });
        await using var first = await pool.RentAsync(ct: ct);
        await AssertHealthyAsync(pool, ct);
        Assert.That(_restarts, Is.Empty);

        await AssertHealthyAsync(pool, ct);
        Assert.That(_restarts.Select(r => (r.Reason, r.Runs)), Is.EqualTo(new[] { (BrowserRestartReason.Runs, 2) }));
        Assert.That(first.BrowserDied, Is.False);
        Assert.That(await (await first.Context.NewPageAsync()).EvaluateAsync<int>("1 + 1"), Is.EqualTo(2));
    }

    [Test]
    [Platform("Linux")]
    public async Task ABrowserThatHasGrownIsReplaced(CancellationToken ct)
    {
        await using var pool = Pool(o => o with { MaxMemoryBytes = 1_000_000 });
        await AssertHealthyAsync(pool, ct);
        await AssertHealthyAsync(pool, ct);
        Assert.That(_restarts.Select(r => r.Reason), Is.EqualTo(new[] { BrowserRestartReason.Memory }));
        await TestContext.Progress.WriteLineAsync(_restarts[0].Detail);
    }

    [Test]
    public async Task NoProcessIsLeftBehindByAPoolWhoseLeasesWereForgotten(CancellationToken ct)
    {
        var pool = Pool();
        var lease = await pool.RentAsync(ct: ct);
        await lease.Context.NewPageAsync();
        Assert.That(OurChromiums.All(), Has.Count.GreaterThan(3), "a driver, a browser, a renderer, and more");
        await pool.DisposeAsync();
        Assert.That(OurChromiums.All(), Is.Empty);
        Assert.That(lease.BrowserDied);
        Assert.That(async () => await pool.RentAsync(ct: ct), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task ARentCancelledAtAnyMomentLeavesNothingBehind(CancellationToken ct)
    {
        await using (var pool = Pool())
        {
            // While the browser starts, and then while a context opens.
            foreach (var delayMs in new[] { 0, 50, 1, 2, 5 })
            {
                using var hasty = new CancellationTokenSource(TimeSpan.FromMilliseconds(delayMs), TimeProvider.System);
                var renting = pool.RentAsync(ct: hasty.Token);
                try
                {
                    await (await renting).DisposeAsync();
                }
                catch (OperationCanceledException)
                {
                    Assert.That(hasty.IsCancellationRequested);
                }
            }
            await using var lease = await pool.RentAsync(ct: ct);
            Assert.That(OurChromiums.All(), Is.Not.Empty);
            Assert.That(() => lease.Context.Browser!.Contexts.Count, Is.EqualTo(1).After(2000, 10));
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task ACalibrationIsOverBeforeTheNextRunBegins(CancellationToken ct)
    {
        await using var pool = Pool(o => o with { CalibrateEvery = TimeSpan.Zero });
        for (var n = 0; n < 3; n++)
        {
            await using var lease = await pool.RentAsync(ct: ct);
            using var watch = lease.WatchHost();
            Assert.That(lease.Context.Browser!.Contexts, Has.Count.EqualTo(1), "the calibration's own context is closed");
            // A program's first run does not wait for one: there is nothing to compare it with.
            Assert.That(watch!.End().CalibrationMs, n == 0 ? Is.Null : Is.GreaterThan(0));
        }
    }

    [Test]
    public async Task APoolThatIsNotToWatchItsHostReadsNothing(CancellationToken ct)
    {
        await using var pool = Pool(o => o with { WatchHost = false });
        await using var lease = await pool.RentAsync(ct: ct);
        Assert.That(lease.WatchHost(), Is.Null);
    }

    private BrowserPool Pool(Func<BrowserPoolOptions, BrowserPoolOptions>? change = null)
    {
        var options = new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path };
        var pool = new BrowserPool(change?.Invoke(options) ?? options);
        pool.Restarted += _restarts.Add;
        return pool;
    }

    private static void Spin(IPage page)
    {
        Assert.That(OurChromiums.All(), Has.Count.GreaterThan(3), "a driver, a browser, a renderer, and more");
        var spin = page.EvaluateAsync("() => { for(;;){} }");
        Assert.That(
            async () => await page.EvaluateAsync("1").WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System), Throws.InstanceOf<TimeoutException>(),
            "the page must hang for this test to mean anything");
        _ = spin.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    private static async Task AssertHealthyAsync(BrowserPool pool, CancellationToken ct)
    {
        await using var lease = await pool.RentAsync(ct: ct);
        var page = await lease.Context.NewPageAsync();
        Assert.That(await page.EvaluateAsync<int>("1 + 1"), Is.EqualTo(2));
        Assert.That(lease.BrowserDied, Is.False);
    }
}
