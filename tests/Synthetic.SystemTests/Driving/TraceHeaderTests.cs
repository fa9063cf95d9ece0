using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.SystemTests.Driving;

/// <summary>Who gets a <c>traceparent</c>: the scenario's own origin and those it names, and nobody else; and nothing else changes.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TraceHeaderTests
{
    private readonly Seen _own = new();
    private readonly Seen _other = new();
    private TestSite _ownSite = null!;
    private TestSite _otherSite = null!;
    private Rig _rig = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _otherSite = await TestSite.StartAsync(app =>
        {
            _other.Listen(app);
            app.MapGet("/data", () => TypedResults.Ok());
        });
        _ownSite = await TestSite.StartAsync(app =>
        {
            _own.Listen(app);
            app.MapGet("/", () => TestSite.Page($$"""
                <script>
                  document.cookie = 'basket=7';
                  async function go(...urls) { for (const url of urls) await fetch(url).catch(() => 0); document.body.append('done'); }
                  async function post() { await fetch('/order', { method: 'POST', body: 'two of them', headers: { 'X-Page': 'yes' } }); document.body.append('done'); }
                </script>
                <button id=own onclick="go('/data?1', '/data?2', '/away', '/cached', '/cached')">Own</button>
                <button id=other onclick="go('{{_otherSite.Uri}}data')">Other</button>
                <button id=post onclick="post()">Post</button>
                """));
            app.MapGet("/data", () => TypedResults.Ok());
            app.MapGet("/cached", (HttpResponse response) => response.Headers.CacheControl = "max-age=60");
            app.MapGet("/away", () => TypedResults.Redirect($"{_otherSite.Uri}data"));
            app.MapPost("/order", async (HttpRequest request) => _own.Body = await new StreamReader(request.Body).ReadToEndAsync());
        });
        _rig = new Rig();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _rig.DisposeAsync();
        await _ownSite.DisposeAsync();
        await _otherSite.DisposeAsync();
    }

    [Test]
    public async Task EachRequestToTheOwnOriginCarriesTheRunsTraceAndAnIdOfItsOwn()
    {
        var record = await ClickAsync("#own");
        var contexts = _own.Sent.Where(one => one.Path != "/favicon.ico").Select(one => one.TraceParent).ToArray();
        Assert.That(contexts, Has.All.Match($"^00-{record.TraceId}-[0-9a-f]{{16}}-01$"));
        Assert.That(contexts, Is.Unique);
        var ofRecord = record.Steps.SelectMany(step => step.Requests).Where(request => request.Url.StartsWith($"{_ownSite.Uri}data", StringComparison.Ordinal));
        Assert.That(ofRecord.Select(request => request.TraceParent), Is.EqualTo(_own.Sent.Where(one => one.Path == "/data").Select(one => one.TraceParent)));
    }

    [Test]
    public async Task TheBrowsersCacheStillAnswers()
    {
        await ClickAsync("#own");
        Assert.That(_own.Sent.Count(one => one.Path == "/cached"), Is.EqualTo(1));
    }

    [Test]
    public async Task AForeignOriginGetsNeitherAHeaderNorAQuestion()
    {
        await ClickAsync("#other");
        Assert.That(_other.Sent.Select(one => (one.Method, one.TraceParent)), Is.EqualTo(new[] { ("GET", (string?)null) }));
    }

    [Test]
    public async Task ANamedOriginGetsItWithoutBeingAskedForLeave()
    {
        var record = await ClickAsync("#other", new TraceRule(true, [_otherSite.Uri]));
        Assert.That(_other.Sent.Select(one => one.Method), Is.EqualTo(new[] { "GET" }));
        Assert.That(_other.Sent[^1].TraceParent, Does.StartWith($"00-{record.TraceId}-"));
        Assert.That(record.Steps[1].Requests.Single().TraceParent, Is.EqualTo(_other.Sent[^1].TraceParent));
    }

    [Test]
    public async Task ARedirectToAForeignOriginTakesNothingAlong()
    {
        await ClickAsync("#own");
        Assert.That(_other.Sent.Select(one => (one.Method, one.TraceParent)), Is.EqualTo(new[] { ("GET", (string?)null) }));
    }

    [Test]
    public async Task WhatARequestCarriesBesidesStaysAsItIs()
    {
        await ClickAsync("#post");
        var order = _own.Sent.Single(one => one.Path == "/order");
        Assert.That((_own.Body, order.Cookie, order.OfPage), Is.EqualTo(("two of them", "basket=7", "yes")));
    }

    [Test]
    public async Task AScenarioCanDoWithout()
    {
        var record = await ClickAsync("#own", new TraceRule(false, [_otherSite.Uri]));
        Assert.That(_own.Sent.Select(one => one.TraceParent), Has.All.Null);
        Assert.That(record.TraceId, Is.Not.Null, "the run is exported all the same");
    }

    [Test]
    public async Task WithoutTracesNothingIsSent()
    {
        var record = await _rig.RunAsync(A.Scenario(_ownSite.Uri, A.Goto()));
        Assert.That(record.TraceId, Is.Null);
        Assert.That(_own.Sent.Select(one => one.TraceParent), Has.All.Null);
    }

    private async Task<RunRecord> ClickAsync(string button, TraceRule? rule = null)
    {
        var scenario = A.Scenario(_ownSite.Uri, A.Goto(), A.Click(button, A.Text("done"))) with { Trace = rule ?? TraceRule.Default };
        var record = await _rig.RunAsync(scenario, traces: true, TestContext.CurrentContext.CancellationToken);
        Assert.That(record.Failure, Is.Null);
        return record;
    }

    /// <summary>What a site was asked.</summary>
    private sealed class Seen
    {
        private readonly ConcurrentQueue<Request> _sent = new();

        public IReadOnlyList<Request> Sent => [.. _sent];

        public string? Body { get; set; }

        /// <summary>Notes every request. Other sites may ask; they may not send the header.</summary>
        public void Listen(WebApplication app) => app.Use(async (http, next) =>
        {
            string? Of(string header) => http.Request.Headers[header] is { Count: > 0 } value ? $"{value}" : null;
            _sent.Enqueue(new Request(http.Request.Method, $"{http.Request.Path}", Of("traceparent"), Of("Cookie"), Of("X-Page")));
            http.Response.Headers.AccessControlAllowOrigin = "*";
            if (http.Request.Method != "OPTIONS")
                await next(http);
        });
    }

    private sealed record Request(string Method, string Path, string? TraceParent, string? Cookie, string? OfPage);
}
