using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Results;

/// <summary>Metrics that are pushed over OTLP, by a worker that listens to nothing.</summary>
[Parallelizable]
[CancelAfter(60_000)]
public sealed class PushedMetricsTests
{
    [Test]
    public async Task TheyArriveAsTheStandardVariablesSay()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page("<p>here"));
            app.MapPost("/v1/metrics", async (HttpContext http) =>
            {
                using var body = new StreamReader(http.Request.Body, Encoding.Latin1);
                if ((await body.ReadToEndAsync()).Contains("synthetic.runs", StringComparison.Ordinal) && http.Request.ContentType == "application/x-protobuf")
                    arrived.TrySetResult();
            });
        });
        var config = Path.Combine(Directory.CreateTempSubdirectory("synthetic-pushed").FullName, "scenarios.json");
        File.WriteAllText(config, $$"""{ "scenarios": [ { "name": "home", "baseUrl": "{{site.Uri}}", "schedule": { "every": "2s" }, "steps": [ { "goto": "/" } ] } ] }""");
        var settings = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = site.Uri.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        };
        await using (Commands.Program.Start(settings, "worker", "--config", config))
            await arrived.Task.WaitAsync(TestContext.CurrentContext.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(config)!, recursive: true);
    }
}
