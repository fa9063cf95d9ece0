using System.Net;
using System.Text.Json;
using Synthetic.Benchmarks;
using Synthetic.Benchmarks.Kills;
using Synthetic.Core.Reporting;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Results;

/// <summary>A database that goes away under a running worker, and comes back.</summary>
[Parallelizable]
[CancelAfter(180_000)]
public sealed class StoreAwayTests
{
    [Test]
    public async Task ChecksGoOnResultsWaitAndNoneIsLost()
    {
        if (PostgresServer.Missing is { } why)
            Assert.Ignore(why);
        var ct = TestContext.CurrentContext.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("synthetic-away").FullName;
        await using var server = await PostgresServer.StartAsync();
        if (!server.CanHalt)
            Assert.Ignore("a server that is given is not stopped");
        var address = await server.NewDatabaseAsync("results");
        await using var site = await TestSite.OfAsync("<p>here");
        var config = Path.Combine(folder, "scenarios.json");
        File.WriteAllText(config, $$"""{ "scenarios": [ { "name": "home", "baseUrl": "{{site.Uri}}", "schedule": { "every": "2s" }, "steps": [ { "goto": "/" } ] } ] }""");
        var port = FreePort.Next();
        await using (var worker = Commands.Program.Start(
            new Dictionary<string, string>(), "worker", "--config", config, "--store", address, "--urls", $"http://127.0.0.1:{port}", "--waiting", Path.Combine(folder, "waiting")))
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await worker.LineAsync(line => IsEvent(line, "run"), ct);
            await server.HaltAsync();
            await worker.LineAsync(line => IsEvent(line, "store.failed"), ct);
            await worker.LineAsync(line => IsEvent(line, "run"), ct);
            await worker.LineAsync(line => IsEvent(line, "run"), ct);
            var away = await http.GetAsync("/readyz", ct);
            Assert.That(away.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await away.Content.ReadAsStringAsync(ct), Does.Match(@"^schedule: ok\nstore: away; \d results wait\nbrowser: ok\n$"));

            await server.ResumeAsync();
            await worker.LineAsync(line => IsEvent(line, "store.recovered"), ct);
            Assert.That((await http.GetAsync("/readyz", ct)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            await worker.LineAsync(line => IsEvent(line, "run"), ct);
            worker.Terminate();
            await worker.EndAsync();
            Assert.That(worker.ExitCode, Is.Zero);
            var told = worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.GetProperty("event").GetString() == "run").Select(line => line.GetProperty("runId").GetString());
            await using var store = await StoreFixture.WorkerAsync(address, TimeProvider.System, "looking on");
            var kept = await store.History.RunsAsync(new RunQuery(), ct);
            Assert.That(kept.Select(run => run.RunId), Is.EquivalentTo(told));
            Assert.That(kept.Zip(kept.Skip(1)).Select(pair => pair.First.ScheduledAt - pair.Second.ScheduledAt), Is.All.EqualTo(TimeSpan.FromSeconds(2)));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsEvent(string line, string name) => line.Contains($"\"event\":\"{name}\"", StringComparison.Ordinal);
}
