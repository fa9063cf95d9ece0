using Synthetic.Benchmarks.Failures;
using Synthetic.Browser.Pooling;

namespace Synthetic.SystemTests.Driving;

/// <summary>Some of the ways to go wrong, in a real browser; all of them are run by benchmarks/ for docs/failures.md.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class FailureMessageTests
{
    private FailureSite _site = null!;
    private BrowserPool _pool = null!;
    private FailureRunner _runner = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _site = await FailureSite.StartAsync();
        _pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path });
        _runner = new FailureRunner(_site, _pool);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _pool.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase("an id with a letter too few")]
    [TestCase("a name that is longer")]
    [TestCase("another role")]
    [TestCase("nothing of the kind")]
    [TestCase("several of the same name")]
    [TestCase("a text within several texts")]
    [TestCase("several where one is expected")]
    [TestCase("inside of a frame")]
    [TestCase("near, inside of a frame")]
    [TestCase("inside of a closed shadow root")]
    [TestCase("a selector that nobody can read")]
    [TestCase("covered by a notice")]
    [TestCase("hidden with its menu")]
    [TestCase("disabled")]
    [TestCase("off the page")]
    [TestCase("an option that there is not")]
    [TestCase("a click that comes too early")]
    [TestCase("a click that nothing listens to")]
    [TestCase("no field at all")]
    [TestCase("a script that throws")]
    [TestCase("a request that the page forbids")]
    [TestCase("a dialog that was not agreed to")]
    [TestCase("a pop-up")]
    [TestCase("a download instead of a page")]
    [TestCase("nothing listens there")]
    [TestCase("a certificate that nobody signed")]
    [TestCase("a circle of redirects")]
    [TestCase("a page that fails")]
    [TestCase("a download by its address")]
    [TestCase("the wrong title")]
    [TestCase("the wrong address")]
    [TestCase("a text that never comes")]
    [TestCase("a text that is there, but hidden")]
    [TestCase("a notice that does not go")]
    public async Task ItSaysWhatIsWrongAndWhatThereIsInstead(string name) =>
        Assert.That((await _runner.RunAsync(FailureCases.Named(name))).Wrong(), Is.Empty);

    [Test]
    public async Task ThoseThatMayBeMeantAreListedInTheRecord()
    {
        var outcome = await _runner.RunAsync(FailureCases.Named("several of the same name"));
        Assert.That(outcome.Candidates.Select(c => (c.Role, c.Name, c.Place)), Is.EqualTo(new[]
        {
            ("button", "Save", "1st of 2, in main > form#mail"),
            ("button", "Save", "2nd of 2, in main > form#address"),
        }));
    }
}
