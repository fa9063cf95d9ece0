using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Benchmarks.Headers;
using Synthetic.Browser.Pooling;

namespace Synthetic.SystemTests.Exactness;

/// <summary>Some of the headers that systems in use send, on a real page; all of them are run by benchmarks/.</summary>
[CancelAfter(60_000)]
public sealed class SentHeaderTests
{
    private MatrixSite _site = null!;
    private BrowserPool _pool = null!;
    private CaseRunner _runner = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _site = await MatrixSite.StartAsync(null);
        _pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path });
        _runner = new CaseRunner(_site, _pool);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _pool.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase("Cloudflare before Rails (composed)")]
    [TestCase("CloudFront, a miss")]
    [TestCase("Akamai, a hit")]
    [TestCase("Wikimedia")]
    [TestCase("the specification's example (x4)")]
    [TestCase("PostgREST")]
    [TestCase("Nuxt behind a gateway")]
    [TestCase("Django Debug Toolbar")]
    public async Task ItIsReadAsSomebodyReadsItWhoKnowsTheSystem(string system)
    {
        var sent = SentHeaders.Named(system);
        var outcome = SentHeaderOutcome.Of(sent, await _runner.RunAsync(sent.Page));
        Assert.That(outcome.Wrongs(), Is.Empty, () => $"{outcome.Said}: {outcome.Numbers}");
    }
}
