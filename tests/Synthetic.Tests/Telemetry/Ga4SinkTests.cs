using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Core.ServerTiming;
using Synthetic.Results.Analytics;
using Synthetic.Tests.Diagnosing;
using Synthetic.Worker.Hosting;

namespace Synthetic.Tests.Telemetry;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class Ga4SinkTests
{
    private const string Key = "tuna-sandwich";

    private readonly List<(string Query, JsonElement Body)> _got = [];
    private int _status = 204;
    private WebApplication _receiver = null!;

    [SetUp]
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _receiver = builder.Build();
        _receiver.Run(async http =>
        {
            _got.Add(($"{http.Request.Path}{http.Request.QueryString}", (await JsonDocument.ParseAsync(http.Request.Body)).RootElement));
            http.Response.StatusCode = _status;
        });
        await _receiver.StartAsync();
    }

    [TearDown]
    public async Task CloseAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task APageAndAStepAreEventsWithTheirVitalsAndTheirServersParts()
    {
        var record = Order() with { Pages = [new PageResult { Url = "https://shop.example/", Navigation = "hard", LcpMs = 168, Cls = 0.01, ServerTiming = [new("db", 12), new("miss", 0)] }] };
        await SendAsync(record);
        var (query, body) = _got.Single();
        Assert.That(query, Is.EqualTo($"/mp/collect?measurement_id=G-TEST&api_secret={Key}"));
        var (page, step) = (body.GetProperty("events")[0], body.GetProperty("events")[1]);
        Assert.That((page.GetProperty("name").GetString(), step.GetProperty("name").GetString()), Is.EqualTo(("synthetic_page", "synthetic_step")));
        Assert.That((Number(page, "lcp"), Number(page, "cls"), Number(page, "server_db")), Is.EqualTo((168, 0.01, 12)));
        Assert.That((Number(step, "response"), Number(step, "server_db")), Is.EqualTo((440, 350)));
        Assert.That(page.GetProperty("params").TryGetProperty("server_miss", out _), Is.False, "a flag took no time");
    }

    [Test]
    public async Task NoEventHasMoreThanGoogleTakes()
    {
        var many = Enumerable.Range(0, 60).Select(n => new ServerTimingMetric($"{n}-{new string('x', 50)}", n + 1)).ToArray();
        var pages = Enumerable.Range(0, 30).Select(_ => new PageResult { Url = "https://shop.example/" + new string('y', 300), Navigation = "hard", ServerTiming = many });
        await SendAsync(Order() with { Pages = [.. pages] });
        Assert.That(_got.Select(message => message.Body.GetProperty("events").GetArrayLength()), Is.EqualTo(new[] { 25, 6 }));
        foreach (var one in _got.SelectMany(message => message.Body.GetProperty("events").EnumerateArray()))
        {
            var parameters = one.GetProperty("params").EnumerateObject().ToArray();
            Assert.That(parameters, Has.Length.LessThanOrEqualTo(25));
            Assert.That(parameters.Select(parameter => parameter.Name), Has.All.Match("^[a-z][a-z0-9_]{0,39}$"));
            Assert.That(parameters.Select(parameter => parameter.Value.ToString().Length), Has.All.LessThanOrEqualTo(100));
        }
        Assert.That(_got[0].Body.GetProperty("events")[0].GetProperty("params").EnumerateObject().Select(one => one.Name), Has.Some.StartsWith("server_59_"), "the longest come first");
    }

    [Test]
    public async Task WhatIsNotTakenIsSaidWithoutTheSecret()
    {
        _status = 500;
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Order()));
        Assert.That(error!.ToString(), Does.Contain("answered 500").And.Not.Contain(Key));
    }

    [Test]
    public void TheSettingsArePrintedWithoutTheSecret()
    {
        var (settings, errors) = Read(("SYNTHETIC_GA4_MEASUREMENT_ID", "G-TEST"), ("SYNTHETIC_GA4_API_SECRET", Key));
        Assert.That(errors, Is.Empty);
        Assert.That(settings.Printable()["ga4"], Is.EqualTo("G-TEST at https://www.google-analytics.com/mp/collect"));
        Assert.That(settings.Secrets().Select(secret => secret.Reveal()), Does.Contain(Key));
    }

    [Test]
    public void OneSettingWithoutTheOtherIsWrongAndNotQuoted() =>
        Assert.That(Read(("SYNTHETIC_GA4_API_SECRET", Key)).Errors, Is.EqualTo(new[] { "SYNTHETIC_GA4_MEASUREMENT_ID must be given with SYNTHETIC_GA4_API_SECRET" }));

    private async Task SendAsync(RunRecord record)
    {
        using var sink = new Ga4Sink(new Ga4Target("G-TEST", new Secret("SYNTHETIC_GA4_API_SECRET", Key), new Uri(_receiver.Urls.First() + "/mp/collect")), new Redactor([]));
        await sink.AcceptAsync(new RunReport(new Scenario { Name = record.Scenario }, record, []), CancellationToken.None);
    }

    private static RunRecord Order() => new EvidenceBuilder().Clicks().Fetches(20, 400, "db;dur=350").Shows(440).Record();

    private static double Number(JsonElement happened, string parameter) => happened.GetProperty("params").GetProperty(parameter).GetDouble();

    private static (WorkerSettings Settings, IReadOnlyList<string> Errors) Read(params (string Name, string Value)[] environment) =>
        WorkerSettings.Read(name => environment.FirstOrDefault(one => one.Name == name).Value, new Dictionary<string, string?>());
}
