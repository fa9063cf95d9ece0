using System.Diagnostics;
using Microsoft.Playwright;
using Synthetic.Browser.Noise;
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
    public async Task AFreshContextHasNoStateOfTheLast(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool();
        await using (BrowserLease first = await pool.RentAsync(cancellation: cancellation))
        {
            await first.Context.AddCookiesAsync([new Cookie { Name = "who", Value = "first", Url = "http://127.0.0.1/" }]);
            Assert.That(await first.Context.CookiesAsync(), Has.Count.EqualTo(1));
        }
        await using BrowserLease second = await pool.RentAsync(cancellation: cancellation);
        Assert.Multiple(async () =>
        {
            Assert.That(await second.Context.CookiesAsync(), Is.Empty);
            Assert.That(_restarts, Is.Empty);
        });
    }

    [Test]
    public async Task SeveralLeasesShareOneBrowser(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool();
        BrowserLease[] leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pool.RentAsync(cancellation: cancellation)));
        Assert.That(leases.Select(lease => lease.Context.Browser).Distinct().Count(), Is.EqualTo(1));
        foreach (BrowserLease lease in leases)
            await lease.DisposeAsync();
    }

    [Test]
    public async Task AKilledBrowserIsKnownAtOnceAndReplaced(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool();
        BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
        IPage page = await lease.Context.NewPageAsync();
        Assert.That(lease.BrowserDied, Is.False);

        OurChromiums.Kill(OurChromiums.Browsers());
        Assert.That(async () => await page.EvaluateAsync("1"), Throws.InstanceOf<PlaywrightException>());
        Assert.That(lease.BrowserDied);
        await lease.DisposeAsync();

        await AssertHealthyAsync(pool, cancellation);
        Assert.That(_restarts.Select(r => r.Reason), Is.EqualTo(new[] { BrowserRestartReason.Disconnected }));
    }

    [Test]
    public async Task ABrowserKilledBetweenTwoRunsIsReplaced(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool();
        await AssertHealthyAsync(pool, cancellation);
        OurChromiums.Kill(OurChromiums.Browsers());
        await AssertHealthyAsync(pool, cancellation);
        Assert.That(_restarts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AKilledDriverIsReplacedToo(CancellationToken cancellation)
    {
        await using (BrowserPool pool = Pool())
        {
            await AssertHealthyAsync(pool, cancellation);
            OurChromiums.Kill(OurChromiums.Drivers());
            await AssertHealthyAsync(pool, cancellation);
            Assert.That(_restarts, Has.Count.EqualTo(1));
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task APageInAnEndlessLoopDoesNotHoldUpItsLease(CancellationToken cancellation)
    {
        await using (BrowserPool pool = Pool())
        {
            BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
            Spin(await lease.Context.NewPageAsync());

            Stopwatch watch = Stopwatch.StartNew();
            await lease.DisposeAsync();
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(7)));
            await TestContext.Progress.WriteLineAsync($"closed in {watch.ElapsedMilliseconds} ms, restarts: {_restarts.Count}");
            await AssertHealthyAsync(pool, cancellation);
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task APageInAnEndlessLoopDiesWithItsKilledBrowser(CancellationToken cancellation)
    {
        await using (BrowserPool pool = Pool())
        {
            await using BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
            Spin(await lease.Context.NewPageAsync());
            OurChromiums.Kill(OurChromiums.Browsers());
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task ABrowserThatStandsStillIsKilledAndTheOtherLeasesLearnOfIt(CancellationToken cancellation)
    {
        await using (BrowserPool pool = Pool(o => o with { CloseTimeout = TimeSpan.FromSeconds(1) }))
        {
            BrowserLease stuck = await pool.RentAsync(cancellation: cancellation);
            BrowserLease other = await pool.RentAsync(cancellation: cancellation);
            OurChromiums.Stop(OurChromiums.Browsers());

            Stopwatch watch = Stopwatch.StartNew();
            await stuck.DisposeAsync();
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(3)));
            Assert.That(() => other.BrowserDied, Is.True.After(2000, 10));
            await AssertHealthyAsync(pool, cancellation);
            Assert.That(_restarts.Select(r => r.Reason), Is.EqualTo(new[] { BrowserRestartReason.Hung }));
            await other.DisposeAsync();
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task ABrowserIsReplacedAfterItsRunsAndServesItsLeasesToTheEnd(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool(o => o with { MaxRuns = 2 });
        await using BrowserLease first = await pool.RentAsync(cancellation: cancellation);
        await AssertHealthyAsync(pool, cancellation);
        Assert.That(_restarts, Is.Empty);

        await AssertHealthyAsync(pool, cancellation);
        Assert.That(_restarts.Select(r => (r.Reason, r.Runs)), Is.EqualTo(new[] { (BrowserRestartReason.Runs, 2) }));
        Assert.That(first.BrowserDied, Is.False);
        Assert.That(await (await first.Context.NewPageAsync()).EvaluateAsync<int>("1 + 1"), Is.EqualTo(2));
    }

    [Test]
    [Platform("Linux")]
    public async Task ABrowserThatHasGrownIsReplaced(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool(o => o with { MaxMemoryBytes = 1_000_000 });
        await AssertHealthyAsync(pool, cancellation);
        await AssertHealthyAsync(pool, cancellation);
        Assert.That(_restarts.Select(r => r.Reason), Is.EqualTo(new[] { BrowserRestartReason.Memory }));
        await TestContext.Progress.WriteLineAsync(_restarts[0].Detail);
    }

    [Test]
    public async Task NoProcessIsLeftBehindByAPoolWhoseLeasesWereForgotten(CancellationToken cancellation)
    {
        BrowserPool pool = Pool();
        BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
        await lease.Context.NewPageAsync();
        Assert.That(OurChromiums.All(), Has.Count.GreaterThan(3), "a driver, a browser, a renderer, and more");
        await pool.DisposeAsync();
        Assert.That(OurChromiums.All(), Is.Empty);
        Assert.That(lease.BrowserDied);
        Assert.That(async () => await pool.RentAsync(cancellation: cancellation), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task ARentCancelledAtAnyMomentLeavesNothingBehind(CancellationToken cancellation)
    {
        await using (BrowserPool pool = Pool())
        {
            // While the browser starts, and then while a context opens.
            foreach (int delayMs in new[] { 0, 50, 1, 2, 5 })
            {
                using CancellationTokenSource hasty = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                Task<BrowserLease> renting = pool.RentAsync(cancellation: hasty.Token);
                hasty.CancelAfter(delayMs);
                try
                {
                    await (await renting).DisposeAsync();
                }
                catch (OperationCanceledException)
                {
                    Assert.That(hasty.IsCancellationRequested);
                }
            }
            await using BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
            Assert.That(OurChromiums.All(), Is.Not.Empty);
            Assert.That(() => lease.Context.Browser!.Contexts.Count, Is.EqualTo(1).After(2000, 10));
        }
        Assert.That(OurChromiums.All(), Is.Empty);
    }

    [Test]
    public async Task ACalibrationIsOverBeforeTheNextRunBegins(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool(o => o with { CalibrateEvery = TimeSpan.Zero });
        for (int n = 0; n < 3; n++)
        {
            await using BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
            using HostWatch? watch = lease.WatchHost();
            Assert.That(lease.Context.Browser!.Contexts, Has.Count.EqualTo(1), "the calibration's own context is closed");
            Assert.That(watch!.End().CalibrationMs, Is.GreaterThan(0));
        }
    }

    [Test]
    public async Task APoolThatIsNotToWatchItsHostReadsNothing(CancellationToken cancellation)
    {
        await using BrowserPool pool = Pool(o => o with { WatchHost = false });
        await using BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
        Assert.That(lease.WatchHost(), Is.Null);
    }

    private BrowserPool Pool(Func<BrowserPoolOptions, BrowserPoolOptions>? change = null)
    {
        BrowserPoolOptions options = new() { BrowserPath = BrowserSetup.Browser.Path };
        BrowserPool pool = new(change?.Invoke(options) ?? options);
        pool.Restarted += _restarts.Add;
        return pool;
    }

    private static void Spin(IPage page)
    {
        Assert.That(OurChromiums.All(), Has.Count.GreaterThan(3), "a driver, a browser, a renderer, and more");
        Task spin = page.EvaluateAsync("() => { for(;;){} }");
        Assert.That(
            async () => await page.EvaluateAsync("1").WaitAsync(TimeSpan.FromSeconds(1)), Throws.InstanceOf<TimeoutException>(),
            "the page must hang for this test to mean anything");
        _ = spin.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    private static async Task AssertHealthyAsync(BrowserPool pool, CancellationToken cancellation)
    {
        await using BrowserLease lease = await pool.RentAsync(cancellation: cancellation);
        IPage page = await lease.Context.NewPageAsync();
        Assert.That(await page.EvaluateAsync<int>("1 + 1"), Is.EqualTo(2));
        Assert.That(lease.BrowserDied, Is.False);
    }
}
