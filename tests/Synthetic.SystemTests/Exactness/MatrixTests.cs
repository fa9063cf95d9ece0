using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Pooling;
using Synthetic.Core.Records;

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
        _site = await MatrixSite.StartAsync(await WebVitals.SourceAsync(), await FrameworkBundles.FolderAsync());
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
        if (page.OnLinuxOnly && !OperatingSystem.IsLinux())
            Assert.Ignore("its server takes Linux to be slow");
        if (page.FromNpm && FrameworkBundles.Missing is { } why)
            Assert.Ignore($"{page.Framework} is not there: {why}");
        var outcome = await _runner.RunAsync(page);
        // Whoever takes the processor away moves work from one frame to another: what was measured beside that proves nothing.
        for (var again = 0; again < 2 && Faults(outcome).Any() && outcome.Record.Host?.Verdict == HostState.Noisy; again++)
            outcome = await _runner.RunAsync(page);

        Assert.That(Faults(outcome), Is.Empty, () => $"host: {string.Join("; ", outcome.Record.Host?.Reasons ?? [])}");
    }

    [Test]
    public void TheWebVitalsLibraryWasAskedToo()
    {
        if (WebVitals.Missing is { } why)
            Assert.Ignore($"our vitals were held against nothing: {why}");
    }

    private static IEnumerable<string> Faults(Outcome outcome)
    {
        foreach (var wrong in outcome.Wrongs())
            yield return wrong;
        if (outcome.WorstSum > 0.1)
            yield return $"a timeline is {outcome.WorstSum} ms from adding up";
        // Both clocks are the page's own, so a slow machine slows both; a busy one may still take either away for a while.
        if (outcome.ResponseError is { } error && Math.Abs(error) > Math.Max(33, outcome.TrueResponseMs!.Value / 10))
            yield return $"the response is {error} ms off";
    }
}
