using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Results;

/// <summary>What people are told of a backend that many scenarios wait for.</summary>
[Parallelizable]
[CancelAfter(240_000)]
public sealed class SharedCauseTests
{
    private const string Page = """
        <button id=go>go</button><p id=out></p>
        <script>
          document.getElementById('go').onclick = async () => {
            await fetch('/api');
            document.getElementById('out').textContent = 'done';
          };
        </script>
        """;

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("synthetic-cause").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>Twelve conditions become bad within one interval of the schedule, which is shorter than what the notifier waits.</summary>
    [Test]
    public async Task SixScenariosInTwoLocationsAreOneNotificationAndOneMoreWhenItIsOver()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        var slow = false;
        var told = new Told();
        await using var site = await TestSite.StartAsync(app =>
        {
            app.MapGet("/", () => TestSite.Page(Page));
            app.MapGet("/api", async (HttpContext http) =>
            {
                var ms = slow ? 3000 : 1;
                await Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, http.RequestAborted);
                http.Response.Headers["Server-Timing"] = $"db;dur={ms}";
                return TypedResults.Text("done");
            });
        });
        // A server of its own: the webhook's address is a secret, also in what alerts say of the site.
        await using var webhook = await TestSite.StartAsync(app => app.MapPost(
            "/hook", async (HttpContext http) => told.Add(JsonDocument.Parse(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted)))));
        await using var berlin = Start(site.Uri, webhook.Uri, "berlin");
        await using var paris = Start(site.Uri, webhook.Uri, "paris");
        foreach (var worker in new[] { berlin, paris })
            await worker.LineAsync(line => line.Contains("\"status\":\"passed\"", StringComparison.Ordinal), ct);

        slow = true;
        var began = await told.NextAsync(ct);
        slow = false;
        var ended = await told.NextAsync(ct);
        foreach (var worker in new[] { berlin, paris })
        {
            worker.Terminate();
            await worker.EndAsync();
        }

        var incident = began.GetProperty("incident");
        Assert.That((began.GetProperty("state").GetString(), ended.GetProperty("state").GetString()), Is.EqualTo(("firing", "resolved")));
        Assert.That(began.GetProperty("group").GetString(), Is.EqualTo($"backend:db@{site.Uri.Authority}"));
        Assert.That(incident.GetProperty("affected").EnumerateArray().Select(one => $"{one.GetProperty("scenario")} {one.GetProperty("location")}").Order(), Is.EqualTo(
            from name in "abcdef" from location in new[] { "berlin", "paris" } select $"{name} {location}"));
        Assert.That(ended.GetProperty("fingerprint").GetString(), Is.EqualTo(began.GetProperty("fingerprint").GetString()));
        Assert.That(told.Count, Is.EqualTo(2), () => $"nobody was told anything else, but: {told}");
    }

    private Commands.Program Start(Uri site, Uri webhook, string location)
    {
        var config = Path.Combine(_folder, "scenarios.json");
        File.WriteAllText(config, $$"""
            {
              "defaults": {
                "schedule": { "every": "15s" }, "causes": "never",
                "alerts": { "failures": 1, "of": 1, "recoveries": 1, "notify": ["ops"], "notifyMonitor": [] }
              },
              "scenarios": [ {{string.Join(", ", "abcdef".Select(name => $$"""
                { "name": "{{name}}", "baseUrl": "{{site}}", "steps": [
                  { "goto": "/" }, { "name": "go", "click": "#go", "expect": { "text": "done" }, "budgets": { "response": "2s" } } ] }
                """))}} ],
              "notifiers": { "ops": { "type": "webhook", "url": "{{webhook}}hook", "wait": "40s" } }
            }
            """);
        return Commands.Program.Start(
            new Dictionary<string, string>(),
            "worker", "--config", config, "--store", $"sqlite:{Path.Combine(_folder, "results.db")}", "--waiting", Path.Combine(_folder, location), "--location", location, "--host-noise", "off");
    }

    /// <summary>What the webhook was told, in order.</summary>
    private sealed class Told
    {
        private readonly List<JsonElement> _alerts = [];
        private readonly SemaphoreSlim _more = new(0);
        private int _read;

        public int Count { get { lock (_alerts) return _alerts.Count; } }

        public override string ToString()
        {
            lock (_alerts)
                return string.Join('\n', _alerts);
        }

        public void Add(JsonDocument alert)
        {
            lock (_alerts)
                _alerts.Add(alert.RootElement);
            _more.Release();
        }

        public async Task<JsonElement> NextAsync(CancellationToken ct)
        {
            await _more.WaitAsync(ct);
            lock (_alerts)
                return _alerts[_read++];
        }
    }
}
