using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Benchmarks;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Results;

/// <summary>What the worker answers over HTTP, and what a restart of it finds.</summary>
[Parallelizable]
[CancelAfter(120_000)]
public sealed class WorkerHttpTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("synthetic-http").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task ItTellsItsHealthItsRunsAndItsMetrics()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var site = await TestSite.OfAsync("<p>here");
        var port = FreePort.Next();
        await using var worker = Start(site.Uri, port);
        var run = JsonDocument.Parse(await worker.LineAsync(line => line.Contains("\"event\":\"run\"", StringComparison.Ordinal) && line.Contains("\"status\":\"passed\"", StringComparison.Ordinal), ct)).RootElement;
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.That(await http.GetStringAsync("/healthz", ct), Is.EqualTo("alive\n"));
        Assert.That(await http.GetStringAsync("/readyz", ct), Is.EqualTo("schedule: ok\nstore: ok\nbrowser: ok\n"));
        var list = JsonDocument.Parse(await http.GetStringAsync("/api/runs?scenario=home&status=passed&limit=1", ct)).RootElement;
        Assert.That(list.GetProperty("runs")[0].GetProperty("scenario").GetString(), Is.EqualTo("home"));
        Assert.That(list.GetProperty("next").GetString(), Is.Not.Null);
        var id = run.GetProperty("runId").GetString();
        var record = JsonDocument.Parse(await http.GetStringAsync($"/api/runs/{id}", ct)).RootElement;
        Assert.That(record.GetProperty("evidence").GetProperty("steps").GetArrayLength(), Is.EqualTo(1), "kept with its evidence");
        var metrics = await http.GetStringAsync("/metrics", ct);
        Assert.That(metrics, Does.Match("""synthetic_runs_total\{[^}]*synthetic_scenario="home"[^}]*synthetic_status="passed"[^}]*\} [1-9]"""));
        Assert.That(metrics, Does.Contain("browser_web_vital_ttfb_milliseconds_bucket"));
        foreach (var (path, status) in new[] { ("/api/runs/none", 404), ("/api/runs?status=fine", 400), ("/api/runs?limit=0", 400), ("/api/runs?before=yesterday", 400) })
            Assert.That((int)(await http.GetAsync(path, ct)).StatusCode, Is.EqualTo(status), path);
        worker.Terminate();
        await worker.EndAsync();
    }

    [Test]
    public async Task AMaintenanceWindowIsBegunAndEndedByWhoKnowsTheTokenAndAnswersForItsRuns()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", () => TypedResults.StatusCode(500)));
        var port = FreePort.Next();
        await using var worker = Start(site.Uri, port, ("SYNTHETIC_API_TOKEN", "letmein"));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Alert(await worker.LineAsync(IsAlert, ct));
        async Task<HttpResponseMessage> Post(string body) => await http.PostAsync("/api/maintenance", new StringContent(body), ct);
        const string Window = """{ "reason": "upgrade", "scenarios": ["home"], "for": "10m" }""";
        Assert.That((int)(await Post(Window)).StatusCode, Is.EqualTo(401));

        http.DefaultRequestHeaders.Authorization = new("Bearer", "letmein");
        foreach (var wrong in new[] { "no", "[]", """{ "for": "10m" }""", """{ "reason": "a", "for": "0s" }""", """{ "reason": "a", "for": "1m", "scenarios": ["hom"] }""", """{ "reason": "a", "for": "1m", "x": 1 }""" })
            Assert.That((int)(await Post(wrong)).StatusCode, Is.EqualTo(400), wrong);
        var begun = await Post(Window);
        Assert.That((int)begun.StatusCode, Is.EqualTo(201));
        var run = JsonDocument.Parse(await worker.LineAsync(line => line.Contains("\"maintenance\":", StringComparison.Ordinal) && line.Contains("\"status\":\"failed\"", StringComparison.Ordinal), ct)).RootElement;
        Assert.That((run.GetProperty("status").GetString(), run.GetProperty("maintenance").GetString()), Is.EqualTo(("failed", "upgrade")));
        Assert.That(await http.GetStringAsync("/api/maintenance", ct), Does.Contain("\"reason\":\"upgrade\""));

        Assert.That((int)(await http.DeleteAsync(begun.Headers.Location, ct)).StatusCode, Is.EqualTo(204));
        Assert.That((int)(await http.DeleteAsync(begun.Headers.Location, ct)).StatusCode, Is.EqualTo(404));
        await worker.LineAsync(line => line.Contains("\"event\":\"run\"", StringComparison.Ordinal) && !line.Contains("\"maintenance\":", StringComparison.Ordinal), ct);
        worker.Terminate();
        await worker.EndAsync();
    }

    [Test]
    public async Task ARestartFiresNoAlertAgainAndEndsTheOneThatWasOpen()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        var broken = true;
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", () => broken ? TypedResults.StatusCode(500) : TestSite.Page("<p>here")));
        string? fingerprint;
        await using (var first = Start(site.Uri, FreePort.Next()))
        {
            fingerprint = Alert(await first.LineAsync(IsAlert, ct)).GetProperty("fingerprint").GetString();
            first.Terminate();
            await first.EndAsync();
        }
        await using var second = Start(site.Uri, FreePort.Next());
        for (var n = 0; n < 2; n++)
            await second.LineAsync(line => line.Contains("\"event\":\"run\"", StringComparison.Ordinal) && line.Contains("\"status\":\"failed\"", StringComparison.Ordinal), ct);
        broken = false;
        var next = Alert(await second.LineAsync(IsAlert, ct));
        Assert.That((next.GetProperty("state").GetString(), next.GetProperty("fingerprint").GetString()), Is.EqualTo(("resolved", fingerprint)));
    }

    private Commands.Program Start(Uri site, int port, params (string Name, string Value)[] environment)
    {
        var config = Path.Combine(_folder, "scenarios.json");
        File.WriteAllText(config, $$"""
            { "scenarios": [ { "name": "home", "baseUrl": "{{site}}", "schedule": { "every": "2s" },
              "alerts": { "failures": 1, "of": 1, "recoveries": 1 }, "steps": [ { "goto": "/" } ] } ] }
            """);
        return Commands.Program.Start(
            environment.ToDictionary(one => one.Name, one => one.Value), "worker", "--config", config, "--store", $"sqlite:{Path.Combine(_folder, "results.db")}", "--urls", $"http://127.0.0.1:{port}");
    }

    private static bool IsAlert(string line) => line.Contains("\"event\":\"alert\"", StringComparison.Ordinal) && line.Contains("\"metric\":\"status\"", StringComparison.Ordinal);

    private static JsonElement Alert(string line) => JsonDocument.Parse(line).RootElement;
}
