using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;
using Synthetic.Shop;

namespace Synthetic.SystemTests.Driving;

/// <summary>The whole line on the shop's faults: what we break is what gets the blame.</summary>
public sealed class ShopTests
{
    private ShopHost _shop = null!;
    private Rig _rig = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await ShopHost.StartAsync(new ShopOptions(), CancellationToken.None);
        _rig = new Rig();
        // The first order in a process pays for its compilation; no test is about that.
        await PlaceOrderAsync();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _rig.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task ASlowDatabaseBehindAFetchIsTheResponsesCulpritAndNotInps()
    {
        var order = await PlaceOrderAsync("db=400");

        Assert.That(order.Response!.Culprit, Has.Property(nameof(Culprit.Kind)).EqualTo(CulpritKind.Backend));
        Assert.That(order.Response.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(order.Response.Culprit.Share, Is.GreaterThan(0.5));
        Assert.That(order.Response.Source, Is.EqualTo(ResponseSource.Expectation));
        Assert.That(order.Inp!.Culprit, Is.Null);
        Assert.That(order.Inp.Ms, Is.LessThan(order.Response.Ms / 2));
    }

    [Test]
    public async Task ASlowDatabaseBehindASynchronousRequestIsInpsCulpritToo()
    {
        var order = await PlaceOrderAsync("db=400", "sync=1");

        Assert.That(order.Inp!.Culprit!.Kind, Is.EqualTo(CulpritKind.Backend));
        Assert.That(order.Inp.Culprit.Component, Is.EqualTo("db"));
        Assert.That(order.Inp.Ms, Is.GreaterThanOrEqualTo(392), "INP holds the 400 ms, rounded to 8");
        Assert.That(order.Response!.Culprit!.Component, Is.EqualTo("db"));
    }

    [Test]
    public async Task ABusyHandlerIsInpsCulpritByItsScript()
    {
        var order = await PlaceOrderAsync("handler=300");

        Assert.That(order.Inp!.Culprit!.Kind, Is.EqualTo(CulpritKind.MainThread));
        Assert.That(order.Inp.Culprit.Url, Does.EndWith("/shop.js"));
        Assert.That(order.Inp.Culprit.Confidence, Is.EqualTo(Confidence.Observed));
    }

    [TestCase("cache", CulpritKind.Backend, "cache")]
    [TestCase("auth", CulpritKind.Backend, "auth")]
    [TestCase("external", CulpritKind.Backend, "external")]
    [TestCase("transit", CulpritKind.Network, "transit")]
    [TestCase("post", CulpritKind.MainThread, null)]
    [TestCase("debounce", CulpritKind.Idle, null)]
    public async Task EachFaultIsTheResponsesCulprit(string fault, CulpritKind kind, string? component)
    {
        var order = await PlaceOrderAsync($"{fault}=400");

        Assert.That((order.Response!.Culprit!.Kind, order.Response.Culprit.Component), Is.EqualTo((kind, component)));
    }

    [Test]
    public async Task ABusyPageDelaysItsInput()
    {
        var order = await PlaceOrderAsync("input-delay=300");

        Assert.That(order.Inp!.InputDelayMs, Is.GreaterThan(order.Inp.ProcessingMs + order.Inp.PresentationMs));
        Assert.That(order.Inp.Culprit!.Kind, Is.EqualTo(CulpritKind.MainThread));
    }

    [Test]
    public async Task WithoutAHeaderTheCulpritIsUnknownAndSaysWhy()
    {
        var order = await PlaceOrderAsync("db=400", "no-header=1");

        Assert.That(order.Response!.Culprit!.Kind, Is.EqualTo(CulpritKind.Unknown));
        Assert.That(order.Response.Culprit.Evidence, Has.Some.Contains("no Server-Timing"));
    }

    [Test]
    public async Task RequestsInARowAddUp()
    {
        var order = await PlaceOrderAsync("serial=3", "db=130");

        Assert.That(order.Response!.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(order.Response.Culprit.Ms, Is.GreaterThanOrEqualTo(3 * 128));
        Assert.That(order.Response.Culprit.RequestIds, Has.Count.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task APageThatMayNotBeReadIsReadFromTheNetwork()
    {
        var record = await RecordAsync("third-party=300");

        var tag = record.Steps[2].Requests.Single(r => r.ThirdParty);
        Assert.That(tag.ServerTimingSource, Is.EqualTo(ServerTimingSource.Network));
        Assert.That(tag.ServerTiming, Is.Not.Empty);
    }

    [Test]
    public async Task AClickThatNavigatesAtOnceIsStillCounted()
    {
        var record = await RecordAsync("navigate=1", "db=300");

        Assert.That(record.Coverage.Missed, Is.Zero);
        Assert.That(record.Coverage.Driven, Is.EqualTo(2));
        var response = record.Steps[2].Interactions.Single().Response;
        Assert.That(response!.Culprit!.Component, Is.EqualTo("db"));
    }

    [Test]
    public async Task AnErrorOfTheServerIsSaidWithTheExpectationThatFailed()
    {
        var record = await RecordAsync("error=1");

        Assert.That(record.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(record.Failure!.Kind, Is.EqualTo(FailureKind.Expectation));
        Assert.That(record.Failure.Message, Does.Contain("Order confirmed").And.Contain("POST").And.Contain("answered 500"));
    }

    [TestCase("serial=3", "parallelize", "GET /api/checks/stock, GET /api/checks/address and GET /api/checks/tax")]
    [TestCase("duplicate=4", "memoize", "GET /api/price")]
    [TestCase("handler=300", "break-up-task", "BUTTON#place-order.onclick")]
    public async Task WhatWouldHelpIsSaidWithWhatItWouldSave(string fault, string kind, string what)
    {
        var step = (await RecordAsync(fault)).Steps[2];

        var advice = step.Advice.Single(a => a.Kind == kind);
        Assert.That(advice.Text, Does.Contain(what));
        var window = step.Interactions.Single();
        Assert.That(advice.SavingMs, Is.GreaterThanOrEqualTo(75).And.LessThan(Math.Max(window.Inp!.Ms, window.Response!.Ms)));
    }

    [Test]
    public async Task AScenarioInCSharpIsMeasuredLikeADeclaredOne()
    {
        _shop.SetFaults(Faults("db=300"));
        var record = await _rig.RunAsync(new Scenario { Name = "coded", Script = "PlaceOrder", BaseUrl = _shop.BaseUri });

        Assert.That(record.Steps.Select(s => s.Name), Is.EqualTo(new[] { "Open the shop", "Add to cart", "Place order" }));
        Assert.That(record.Steps[2].Interactions.Single().Response!.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(record.Budgets.Select(b => (b.Metric, b.Step)), Is.EqualTo(new[] { ("inp", "Place order"), ("response", "Place order") }));
    }

    [Test]
    public async Task ASavedRecordTellsTheSameAgainByteForByte()
    {
        var record = await RecordAsync("db=200", "sync=1");
        var saved = RunJson.Write(record);

        var read = RunJson.Read(saved);
        Assert.That(RunJson.Write(Derivation.Of(read, read.Evidence!)), Is.EqualTo(saved));
    }

    private async Task<InteractionResult> PlaceOrderAsync(params string[] faults)
    {
        var record = await RecordAsync(faults);
        Assert.That(record.Failure, Is.Null);
        return record.Steps[2].Interactions.Single();
    }

    private Task<RunRecord> RecordAsync(params string[] faults)
    {
        _shop.SetFaults(Faults(faults));
        return _rig.RunAsync(A.Scenario(
            _shop.BaseUri,
            A.Goto(),
            A.Click("#add-to-cart", A.Text("1 item")),
            A.Click("#place-order", new() { Visible = A.Css("text=Order confirmed") })) with
        { Timeout = TimeSpan.FromSeconds(faults.Contains("error=1") ? 4 : 20) });
    }

    private static FaultSet Faults(params string[] faults) =>
        FaultSet.TryParse(faults, out var set, out var error) ? set : throw new ArgumentException(error);
}
