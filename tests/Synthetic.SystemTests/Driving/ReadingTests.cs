using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.SystemTests.Driving;

/// <summary>What a step can read from the page, and expect of it.</summary>
[Parallelizable(ParallelScope.All)]
[CancelAfter(120_000)]
public sealed class ReadingTests : SiteFixture
{
    private const string Page = """
        <button id=order>Order</button> <p id=number></p> <input id=amount aria-label="Amount" value=1> <input aria-label="Amount of tax" value=0> <a id=more href="/orders/0">more</a>
        <button id=buy disabled>Buy</button> <button id=cancel>Cancel</button> <ul id=list><li>one</li></ul>
        <input id=search> <p id=found></p>
        <script>
          order.onclick = async () => {
            const made = await (await fetch('/api/orders', { method: 'POST' })).json();
            number.textContent = `Order No. ${made.order.id} placed`;
            more.href = `/orders/${made.order.id}`;
            amount.value = '3'; amount.setAttribute('aria-busy', 'false');
            buy.disabled = false; cancel.disabled = true;
            list.append(document.createElement('li'), document.createElement('li'));
          };
          search.oninput = () => found.textContent = 'looking for ' + search.value;
        </script>
        """;

    protected override void Map(WebApplication app)
    {
        app.MapGet("/", () => TestSite.Page(Page));
        app.MapGet("/orders/{id}", (string id) => TestSite.Page($"<h1>Order {id}</h1>"));
        app.MapGet("/opener", () => TestSite.Page("<button onclick='window.open(`/noisy`)'>open</button>"));
        app.MapGet("/noisy", () => TestSite.Page("<button onclick='console.error(`broken`)'>go</button>"));
        app.MapPost("/api/orders", async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            return TypedResults.Text("""{ "order": { "id": 4711, "lines": [{ "sku": "a" }, { "sku": "b" }] } }""", "application/json", statusCode: 201);
        });
    }

    [TestCase("""{ "text": "#number", "match": "No\\. (\\d+)" }""", "4711")]
    [TestCase("""{ "value": "#amount" }""", "3")]
    [TestCase("""{ "attribute": "href", "of": "#more" }""", "/orders/4711")]
    [TestCase("""{ "url": true, "match": "^http" }""", "http")]
    [TestCase("""{ "response": "/api/orders", "json": "order.lines.1.sku" }""", "b")]
    [TestCase("""{ "response": "**/orders", "match": "\"id\": (\\d+)" }""", "4711")]
    public async Task WhatAStepReadsIsThereForLaterOnes(string capture, string value) => WrittenScenario.AssertPassed(await Rig.RunAsync(
        Site.Uri, $$"""
            { "click": "#order", "expect": { "text": "placed" }, "capture": { "read": {{capture}} } },
            { "fill": { "into": "#search", "value": "${read}" }, "expect": { "text": "looking for {{value}}" } }
            """));

    [Test]
    public async Task ACapturedValueMayBePartOfAnAddressAndOfWhatIsExpected() => WrittenScenario.AssertPassed(await Rig.RunAsync(
        Site.Uri, """
            { "click": "#order", "expect": { "text": "placed" }, "capture": { "order": { "text": "#number", "match": "\\d+" } } },
            { "goto": "/orders/${order}", "expect": { "url": "**/orders/${order}", "text": "Order ${order}" } }
            """));

    [Test]
    public async Task RandomIsTheSameThroughoutARunAndAnotherOneInTheNext()
    {
        const string Steps = """{ "fill": { "into": "#search", "value": "me-${random} ${now}" }, "expect": { "text": "looking for me-${random} ${now}" }, "capture": { "x": { "text": "#found" } } }, { "goto": "/orders/${random}" }""";
        var first = await Rig.RunAsync(Site.Uri, Steps);
        var second = await Rig.RunAsync(Site.Uri, Steps);
        WrittenScenario.AssertPassed(first);
        WrittenScenario.AssertPassed(second);
        Assert.That(first.Pages[^1].Url, Does.Match("/orders/[0-9a-f]{8}$").And.Not.EqualTo(second.Pages[^1].Url));
        Assert.That(first.Steps[2].Name, Is.EqualTo("goto /orders/${random}"));
    }

    [Test]
    public async Task WhatCanNotBeReadIsTheStepsFailure()
    {
        var record = await Rig.RunAsync(Site.Uri, """{ "click": "#order", "expect": { "text": "placed" }, "capture": { "order": { "text": "#number", "match": "Invoice (\\d+)" } } }""");
        Assert.That(record.Failure!.Message, Does.StartWith("expected the text of #number, by Invoice (\\d+), to give a value for ${order}"));
    }

    [TestCase("""{ "value": { "of": "#amount", "is": "3" } }""")]
    [TestCase("""{ "count": { "of": "li", "is": 3 } }""")]
    [TestCase("""{ "count": { "of": { "role": "listitem" }, "is": 3 } }""")]
    [TestCase("""{ "attribute": { "of": "#more", "name": "href", "is": "/orders/4711" } }""")]
    [TestCase("""{ "enabled": "#buy" }""")]
    [TestCase("""{ "value": { "of": { "label": "Amount" }, "is": "3" } }""", Description = "another label has this one in it")]
    [TestCase("""{ "disabled": "#cancel" }""")]
    public async Task AStateOfElementsEndsTheResponse(string expect)
    {
        var record = await Rig.RunAsync(Site.Uri, $$"""{ "click": "#order", "expect": {{expect}} }""");
        WrittenScenario.AssertPassed(record);
        var response = record.Steps[1].Interactions.Single().Response!;
        Assert.That((response.Source, response.Ms >= 100), Is.EqualTo((ResponseSource.Expectation, true)));
    }

    [TestCase("""{ "value": { "of": "#amount", "is": "9" } }""", "expected the value of #amount to be \"9\", it was 3")]
    [TestCase("""{ "count": { "of": "li", "is": 9 } }""", "expected 9 of li, it was 3")]
    [TestCase("""{ "response": { "url": "/api/orders", "status": 200 } }""", "to answer 200, it was 201")]
    [TestCase("""{ "response": { "url": "/api/other" } }""", "expected a response from /api/other, none came")]
    public async Task WhatWasThereInsteadIsSaid(string expect, string message)
    {
        var record = await Rig.RunAsync(Site.Uri, $$"""{ "click": "#order", "timeout": "1s", "expect": {{expect}} }""");
        Assert.That((record.Status, record.Failure!.Message), Is.EqualTo((RunStatus.Failed, record.Failure.Message)));
        Assert.That(record.Failure.Message, Does.Contain(message));
    }

    [Test]
    public async Task AResponseAsItShouldBePasses() => WrittenScenario.AssertPassed(await Rig.RunAsync(
        Site.Uri, """{ "click": "#order", "expect": { "text": "placed", "console": "clean", "response": { "url": "/api/orders", "status": 201 } } }"""));

    [Test]
    public async Task AnErrorInTheConsoleFailsAStepThatWantsNone()
    {
        var record = await Rig.RunAsync(Site.Uri, """{ "goto": "/noisy" }, { "click": "text=go", "expect": { "console": "clean" } }""");
        Assert.That(record.Failure!.Message, Does.StartWith("expected no errors in the console, there was: broken"));
    }

    [Test]
    public async Task TheConsoleOfAPopUpIsThatOfTheStepsInIt()
    {
        const string Opens = """{ "goto": "/opener" }, { "click": "text=open" }""";
        var inside = await Rig.RunAsync(Site.Uri, $$"""{{Opens}}, { "click": "text=go", "in": "popup", "expect": { "console": "clean" } }""");
        var beside = await Rig.RunAsync(Site.Uri, $$"""{{Opens}}, { "click": "text=go", "in": "popup" }, { "waitFor": "text=open", "expect": { "console": "clean" } }""");
        var failed = await Rig.RunAsync(Site.Uri, $$"""{{Opens}}, { "click": "text=go", "in": "popup", "expect": { "text": "done" }, "timeout": "1s" }""");

        Assert.That(inside.Failure!.Message, Does.StartWith("expected no errors in the console, there was: broken"));
        WrittenScenario.AssertPassed(beside);
        Assert.That(failed.Failure!.Message, Does.Contain("its console says \"broken\""));
    }
}
