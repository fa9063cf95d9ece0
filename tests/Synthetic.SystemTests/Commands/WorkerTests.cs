using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Synthetic.Shop;
using Synthetic.SystemTests.Driving;

namespace Synthetic.SystemTests.Commands;

/// <summary>The worker as a service manager sees it: a process, its lines, its signals.</summary>
[Parallelizable]
[CancelAfter(180_000)]
public sealed class WorkerTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("synthetic-test").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task AFaultFiresAnAlertAndItsEndResolvesIt()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var shop = await ShopHost.StartAsync(new ShopOptions { Faults = Faults("db=1500") }, ct);
        // The machine that runs the tests may be as busy as it likes: this is about alerts.
        await using var worker = Program.Start(new Dictionary<string, string> { ["SHOP"] = shop.BaseUri.ToString(), ["SYNTHETIC_HOST_NOISE"] = "off" }, "worker", "--config", Scenarios(
            """
            { "name": "order", "baseUrl": "${SHOP}", "schedule": { "every": "5s" },
              "alerts": { "failures": 2, "of": 2, "recoveries": 1 },
              "steps": [ { "goto": "/" }, { "click": "#add-to-cart", "expect": { "text": "1 item" } },
                { "name": "Place order", "click": "#place-order", "expect": { "text": "Order confirmed" }, "budgets": { "response": "1s" } } ] }
            """));

        var firing = Alert(await worker.LineAsync(IsAlert, ct));
        shop.SetFaults(FaultSet.None);
        var resolved = Alert(await worker.LineAsync(l => IsAlert(l) && State(l) == "resolved", ct));

        Assert.That(firing.GetProperty("state").GetString(), Is.EqualTo("firing"));
        Assert.That(firing.GetProperty("metric").GetString(), Is.EqualTo("response"));
        Assert.That(firing.GetProperty("culprit").GetProperty("component").GetString(), Is.EqualTo("db"));
        Assert.That(resolved.GetProperty("fingerprint").GetString(), Is.EqualTo(firing.GetProperty("fingerprint").GetString()));
        Assert.That(worker.Output, Does.Not.Contain(shop.BaseUri.Authority), "what came from the environment is a secret");

        worker.Terminate();
        await worker.EndAsync();
        Assert.That(worker.ExitCode, Is.Zero);
        Assert.That(worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event").GetString()),
            Has.None.Null.And.Some.EqualTo("run"));
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task AnAlertThatFiresIsProvenWithinItsOwnSlot()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var shop = await ShopHost.StartAsync(new ShopOptions { Faults = Faults("db=800") }, ct);
        // Noise is left out of a proof: on a busy machine that may be all of it.
        await using var worker = Program.Start(new Dictionary<string, string> { ["SHOP"] = shop.BaseUri.ToString(), ["SYNTHETIC_HOST_NOISE"] = "off" }, "worker", "--config", Scenarios(
            """
            { "name": "order", "baseUrl": "${SHOP}", "schedule": { "every": "45s" }, "prove": "on-breach",
              "alerts": { "failures": 1, "of": 1, "recoveries": 1 },
              "steps": [ { "goto": "/" }, { "click": "#add-to-cart", "expect": { "text": "1 item" } },
                { "name": "Place order", "click": "#place-order", "expect": { "text": "Order confirmed" }, "budgets": { "response": "500ms" } } ] }
            """));

        var firing = Alert(await worker.LineAsync(IsAlert, ct));
        var updated = Alert(await worker.LineAsync(IsAlert, ct));
        var next = Alert(await worker.LineAsync(l => Event(Alert(l)) == "run", ct));
        TestContext.Out.WriteLine(updated);

        Assert.That((State(firing), State(updated)), Is.EqualTo(("firing", "updated")));
        Assert.That(updated.GetProperty("culprit").GetProperty("component").GetString(), Is.EqualTo("db"));
        Assert.That(firing.GetProperty("culprit").GetProperty("confidence").GetString(), Is.EqualTo("inferred"));
        Assert.That(updated.GetProperty("culprit").GetProperty("confidence").GetString(), Is.EqualTo("proven"));
        Assert.That(updated.GetProperty("proof").GetProperty("outcome").GetString(), Is.EqualTo("proven"));
        Assert.That(updated.GetProperty("message").GetString(), Does.EndWith(updated.GetProperty("proof").GetProperty("text").GetString()!));
        foreach (var same in new[] { "fingerprint", "runId", "startsAt", "severity", "actual" })
            Assert.That(updated.GetProperty(same).ToString(), Is.EqualTo(firing.GetProperty(same).ToString()), same);

        worker.Terminate();
        await worker.EndAsync();
        var slots = worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Alert).Where(l => Event(l) == "run")
            .Select(l => (At: l.GetProperty("scheduledAt").GetDateTimeOffset(), Status: l.GetProperty("status").GetString())).ToArray();
        Assert.That(slots.Select(slot => slot.Status), Has.None.EqualTo("missed"));
        Assert.That(slots.Select(slot => slot.At), Is.Unique);
        Assert.That(next.GetProperty("scheduledAt").GetDateTimeOffset() - slots[0].At, Is.EqualTo(TimeSpan.FromSeconds(45)), "the proof took no slot");
    }

    [Test]
    public async Task ATerminatedWorkerRecordsTheRunItWasIn()
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        var inRun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var site = await TestSite.StartAsync(app => app.MapGet("/", async (HttpContext http) =>
        {
            inRun.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        }));
        await using var worker = Program.Start(
            new Dictionary<string, string>(), "worker", "--grace", "1s", "--config",
            Scenarios($$"""{ "name": "slow", "baseUrl": "{{site.Uri}}", "schedule": { "every": "2s" }, "steps": [ { "goto": "/" } ] }"""));

        await inRun.Task.WaitAsync(ct);
        worker.Terminate();
        await worker.EndAsync();

        var lines = worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.That(worker.ExitCode, Is.Zero, worker.Errors);
        Assert.That(Event(lines[^1]), Is.EqualTo("worker.stopped"));
        Assert.That(lines.Where(l => Event(l) == "run").Select(l => l.GetProperty("status").GetString()), Has.Some.EqualTo("aborted"));
        Assert.That(lines.Select(Event), Has.Some.EqualTo("worker.stopping"));
    }

    private string Scenarios(string scenario)
    {
        var path = Path.Combine(_folder, "scenarios.json");
        File.WriteAllText(path, $"{{ \"scenarios\": [ {scenario} ] }}");
        return path;
    }

    private static string? Event(JsonElement line) => line.GetProperty("event").GetString();

    private static bool IsAlert(string line) => line.Contains("\"event\":\"alert\"", StringComparison.Ordinal);

    private static string? State(string line) => State(Alert(line));

    private static string? State(JsonElement alert) => alert.GetProperty("state").GetString();

    private static JsonElement Alert(string line) => JsonDocument.Parse(line).RootElement;

    private static FaultSet Faults(params string[] faults) =>
        FaultSet.TryParse(faults, out var set, out var error) ? set : throw new ArgumentException(error);
}
