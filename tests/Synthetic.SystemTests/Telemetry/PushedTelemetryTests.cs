using System.Text.Json;

namespace Synthetic.SystemTests.Telemetry;

/// <summary>What a collector gets of a worker that watches the embedded shop, as the standard variables say, by both protocols.</summary>
[Parallelizable]
[CancelAfter(90_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PushedTelemetryTests
{
    private string _folder = null!;

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("synthetic-pushed").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [TestCase("grpc")]
    [TestCase("http/protobuf")]
    public async Task AWholeTraceArrivesAndGoesOnInTheShop(string protocol)
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var receiver = await OtlpReceiver.StartAsync(grpc: protocol == "grpc");
        await using var worker = Start(receiver, protocol);
        await receiver.UntilAsync(got => OrderOf(got) is { } order && ServedBy(got, order) is not null && IsMeasured(got, order.TraceId), ct);

        var order = OrderOf(receiver)!;
        var trace = receiver.Spans.Where(span => span.TraceId == order.TraceId && span.Service == "watcher").ToDictionary(span => span.Id);
        string[] above = [.. Above(order, trace).Select(span => span.Name)];
        Assert.That(above, Is.EqualTo(new[] { "pointer #place-order", "Place order", "run place-order" }));
        var root = Above(order, trace).Last();
        Assert.That((root.ParentId, root.Attributes["synthetic.run.status"]), Is.EqualTo(("", "passed")));
        Assert.That(trace.Values.Where(span => span.ParentId == order.Id).Select(span => span.Name), Does.Contain("db"), "the server's components");
        Assert.That(order.Attributes["http.response.header.server-timing"], Does.Contain("db;dur="));
        Assert.That(ServedBy(receiver, order)!.Kind, Is.EqualTo(ReceivedSpan.Server));
        foreach (var span in trace.Values)
            Assert.That(span.Start >= root.Start && span.Start <= span.End && span.End <= root.End, span.Name);

        string[] names = [.. receiver.Metrics.Select(metric => metric.Name).Distinct()];
        Assert.That(names, Is.SupersetOf(new[]
        {
            "synthetic.runs", "synthetic.run.duration", "synthetic.response", "synthetic.component",
            "browser.web_vital.inp", "browser.web_vital.lcp", "browser.web_vital.fcp", "browser.web_vital.ttfb", "browser.web_vital.cls",
        }));
        Assert.That(receiver.Metrics.First(metric => metric.Name == "synthetic.component").Points.Select(point => point["synthetic.component"]), Does.Contain("server.db"));
        Assert.That(receiver.Metrics.SelectMany(metric => metric.ExemplarTraces), Does.Contain((root.TraceId, root.Id)));
        Assert.That(receiver.Keys, Has.All.EqualTo("abc"));
    }

    [Test]
    public async Task TheLastTraceIsSentBeforeTheWorkerEndsAndThePrintedSettingsHaveNoKey()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var receiver = await OtlpReceiver.StartAsync(grpc: true);
        await using var worker = Start(receiver, "grpc");
        var started = JsonDocument.Parse(await worker.LineAsync(line => line.Contains("worker.started", StringComparison.Ordinal), ct)).RootElement.GetProperty("settings");
        Assert.That(started.GetProperty("otlpTraces").GetString(), Is.EqualTo($"{receiver.Uri} (grpc)"));
        // Not a missed slot, which a busy machine may have first.
        var run = JsonDocument.Parse(await worker.LineAsync(line => line.Contains("\"event\":\"run\"", StringComparison.Ordinal) && line.Contains("\"traceId\"", StringComparison.Ordinal), ct)).RootElement;
        worker.Terminate();
        await worker.EndAsync();
        Assert.That(worker.ExitCode, Is.Zero);
        Assert.That(receiver.Spans.Select(span => span.TraceId), Does.Contain(run.GetProperty("traceId").GetString()));
        Assert.That(receiver.Metrics.Select(metric => metric.Name), Does.Contain("synthetic.runs"));
        Assert.That(worker.Output, Does.Not.Contain("\"abc\""));
    }

    [Test]
    public async Task ADeadCollectorCostsALineAndNoRun()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        var receiver = await OtlpReceiver.StartAsync(grpc: true);
        await receiver.DisposeAsync();
        await using var worker = Start(receiver, "grpc");
        var runs = 0;
        var failures = 0;
        while (runs < 3)
        {
            var line = await worker.LineAsync(line => line.Contains("\"event\":\"run\"", StringComparison.Ordinal) || line.Contains("traces.failed", StringComparison.Ordinal), ct);
            if (line.Contains("traces.failed", StringComparison.Ordinal))
                failures++;
            else
                runs++;
            Assert.That(line, Does.Not.Contain("\"status\":\"error\""));
        }
        worker.Terminate();
        await worker.EndAsync();
        Assert.That((worker.ExitCode, worker.Output.Split("\"event\":\"traces.failed\"").Length - 1), Is.EqualTo((0, 1)));
    }

    private Commands.Program Start(OtlpReceiver receiver, string protocol)
    {
        var config = Path.Combine(_folder, "scenarios.json");
        File.WriteAllText(config, """
            { "scenarios": [ { "name": "place-order", "baseUrl": "demo://shop", "schedule": { "every": "3s" }, "steps": [
              { "name": "Open the shop", "goto": "/" },
              { "name": "Add to cart", "click": "#add-to-cart", "expect": { "text": "1 item" } },
              { "name": "Place order", "click": "#place-order", "expect": { "visible": "text=Order confirmed" } } ] } ] }
            """);
        return Commands.Program.Start(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Uri.ToString(),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
                ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-key=abc",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
                ["OTEL_SERVICE_NAME"] = "watcher",
                ["SYNTHETIC_LOG_FORMAT"] = "json",
            },
            "worker", "--config", config);
    }

    /// <summary>The request that places the order, of the first run that has come.</summary>
    private static ReceivedSpan? OrderOf(OtlpReceiver receiver) => receiver.Spans.FirstOrDefault(span =>
        span is { Kind: ReceivedSpan.Client, Name: "POST" } && span.Attributes["url.full"].EndsWith("/api/orders", StringComparison.Ordinal));

    /// <summary>Whether the metrics of a run have come, those with exemplars: they are pushed every second.</summary>
    private static bool IsMeasured(OtlpReceiver receiver, string traceId) =>
        receiver.Metrics.Any(metric => metric.Name == "synthetic.component" && metric.ExemplarTraces.Any(exemplar => exemplar.TraceId == traceId));

    /// <summary>The shop's own span for a request.</summary>
    private static ReceivedSpan? ServedBy(OtlpReceiver receiver, ReceivedSpan request) =>
        receiver.Spans.FirstOrDefault(span => span.Service == "synthetic-shop" && span.TraceId == request.TraceId && span.ParentId == request.Id);

    private static IEnumerable<ReceivedSpan> Above(ReceivedSpan span, Dictionary<string, ReceivedSpan> trace)
    {
        for (var parent = span.ParentId; trace.TryGetValue(parent, out var above); parent = above.ParentId)
            yield return above;
    }
}
