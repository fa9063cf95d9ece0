using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Pooling;

namespace Synthetic.SystemTests.Exactness;

/// <summary>Every page of known truth, once: the long form, with its figures, is in benchmarks/.</summary>
[CancelAfter(60_000)]
public sealed class MatrixTests
{
    private MatrixSite _site = null!;
    private BrowserPool _pool = null!;
    private CaseRunner _runner = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _site = await MatrixSite.StartAsync(await WebVitals.SourceAsync());
        _pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path });
        _runner = new CaseRunner(_site, _pool);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _pool.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCaseSource(typeof(MatrixCases), nameof(MatrixCases.All))]
    public async Task APageOfKnownTruthIsMeasuredAndBlamedRight(MatrixCase page)
    {
        var outcome = await _runner.RunAsync(page);

        Assert.That(outcome.Wrongs(), Is.Empty);
        Assert.That(outcome.WorstSum, Is.LessThanOrEqualTo(0.1));
        // Both clocks are the page's own, so a slow machine slows both; a busy one may still take either away for a while.
        if (outcome.ResponseError is { } error)
            Assert.That(Math.Abs(error), Is.LessThanOrEqualTo(Math.Max(33, outcome.TrueResponseMs!.Value / 10)));
    }

    [Test]
    public void TheWebVitalsLibraryWasAskedToo()
    {
        if (WebVitals.Missing is { } why)
            Assert.Ignore($"our vitals were held against nothing: {why}");
    }
}
