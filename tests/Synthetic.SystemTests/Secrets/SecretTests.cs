using System.Text;
using System.Text.Json;
using Synthetic.Benchmarks;

namespace Synthetic.SystemTests.Secrets;

/// <summary>Secrets from the environment, told on by a page in every form, and looked for in all that the real worker writes.</summary>
[Parallelizable]
[CancelAfter(400_000)]
public sealed class SecretTests
{
    private static readonly Canary[] Canaries =
    [
        new("FIELD", "Kanarie7f3Feld/é&<b>\"9q+zx", "Kanarie7f3Feld"),
        new("QUERY", "Kanarie7f3Frage?ü=[1]~ zx", "Kanarie7f3Frage"),
        new("PATH_PART", "Kanarie7f3Pfad+ö'(9q)", "Kanarie7f3Pfad"),
        new("AGENT", "Kanarie7f3Agent/1.0 (k=v; \"q\")", "Kanarie7f3Agent"),
        new("HOOK_KEY", "Kanarie7f3Haken+9q", "Kanarie7f3Haken"),
    ];

    private string _folder = null!;
    private TellingSite _site = null!;

    [SetUp]
    public async Task Open()
    {
        _folder = Directory.CreateTempSubdirectory("synthetic-secrets").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "tmp"));
        _site = new TellingSite(Canaries);
        await _site.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "scenarios.json"), $$"""
            { "defaults": { "device": { "userAgent": "${AGENT}" }, "alerts": { "failures": 1, "of": 1, "recoveries": 1, "notify": ["ops"] }, "schedule": { "every": "10s" } },
              "scenarios": [
                { "name": "buy", "baseUrl": "{{_site.Uri}}", "timeout": "2m",
                  "steps": [
                    { "goto": "/shop/${PATH_PART}?q=${QUERY}" },
                    { "fill": { "into": "#field", "value": "${FIELD}" } },
                    { "name": "Buy as ${QUERY}", "click": "#go", "expect": { "text": "thanks ${FIELD}" }, "budgets": { "response": "10ms", "server.db": "10ms" } } ] },
                { "name": "fail", "baseUrl": "{{_site.Uri}}", "steps": [ { "goto": "/missing/${PATH_PART}" } ] },
                { "name": "wait", "baseUrl": "{{_site.Uri}}", "timeout": "5s",
                  "steps": [ { "goto": "/shop/${PATH_PART}?q=${QUERY}" }, { "waitFor": "text=${FIELD} never" } ] } ],
              "notifiers": { "ops": { "type": "webhook", "url": "{{_site.Uri}}hook/${HOOK_KEY}", "secret": "${HOOK_KEY}" } } }
            """);
    }

    [TearDown]
    public async Task Close()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("sqlite")]
    [TestCase("postgres")]
    public async Task NoFormOfASecretGetsOutOfTheWorker(string kind)
    {
        var ct = TestContext.CurrentContext.CancellationToken;
        await using var store = await StoreToLose.OpenAsync(kind, Path.Combine(_folder, "results.db"));
        var outputs = new List<(string Where, string Text)>();
        var port = FreePort.Next();
        await using (var worker = Start(
            "worker", "--config", Path.Combine(_folder, "scenarios.json"), "--store", store.Address,
            "--urls", $"http://127.0.0.1:{port}", "--waiting", Path.Combine(_folder, "waiting")))
        {
            await EachAsync(worker, "alert", ["buy", "fail", "wait"], ct);
            await _site.GotAll.WaitAsync(ct);
            await store.TakeAwayAsync(ct);
            await worker.LineAsync(line => IsEvent(line, "store.failed"), ct);
            await EachAsync(worker, "run", ["buy", "wait"], ct);
            outputs.AddRange(Files(Path.Combine(_folder, "waiting")).Select(file => ("waiting", file.Text)));
            await store.GiveBackAsync();
            await worker.LineAsync(line => IsEvent(line, "store.recovered"), ct);
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await AnswersAsync(http, outputs, ct);
            outputs.AddRange(Files(Path.Combine(_folder, "tmp")));
            // The file as it is, and its journal.
            outputs.AddRange(Files(_folder, "results.db*").Select(file => ("database file", file.Text)));
            worker.Terminate();
            await worker.EndAsync();
            outputs.AddRange(worker.Output.Split('\n').Select(line => ("log", line)));
            outputs.Add(("standard error", worker.Errors));
        }
        outputs.AddRange(Files(Path.Combine(_folder, "tmp")));
        outputs.AddRange(await StoreDump.RowsAsync(store.Address, ct));
        outputs.AddRange(_site.Delivered.Select(body => ("webhook", body)));

        string[] places = ["log", "webhook", "waiting", "/metrics", "/api/runs", "/api/runs/ID", "records.body", "alert_states.state", "component_times.component"];
        Assert.That(outputs.Select(output => output.Where).Distinct(), Is.SupersetOf(places), "all places were looked at");
        AssertClean(outputs);
    }

    [Test]
    public async Task NoFormOfASecretGetsOutOfARunByHand()
    {
        var outputs = new List<(string Where, string Text)>();
        foreach (var json in new[] { true, false })
        {
            await using var run = Start([
                "run", "--config", Path.Combine(_folder, "scenarios.json"), "--out", Path.Combine(_folder, "out"), "--junit", Path.Combine(_folder, "out.xml"), .. json ? ["--json"] : Array.Empty<string>()]);
            await run.EndAsync();
            outputs.Add(("standard output", run.Output));
            outputs.Add(("standard error", run.Errors));
        }
        outputs.AddRange(Files(Path.Combine(_folder, "out")));
        outputs.AddRange(Files(_folder, "out.xml"));
        outputs.AddRange(Files(Path.Combine(_folder, "tmp")));
        Assert.That(outputs.Where(output => output.Text.Contains("***", StringComparison.Ordinal)).Select(output => output.Where[..3]).Distinct(), Is.SupersetOf(new[] { "sta", "out", "buy" }));
        AssertClean(outputs);
    }

    private static async Task AnswersAsync(HttpClient http, List<(string, string)> outputs, CancellationToken ct)
    {
        var runs = await http.GetStringAsync("/api/runs?limit=100", ct);
        outputs.Add(("/api/runs", runs));
        outputs.Add(("/metrics", await http.GetStringAsync("/metrics", ct)));
        outputs.Add(("/readyz", await (await http.GetAsync("/readyz", ct)).Content.ReadAsStringAsync(ct)));
        foreach (var run in JsonDocument.Parse(runs).RootElement.GetProperty("runs").EnumerateArray())
        {
            var id = run.GetProperty("runId").GetString();
            outputs.Add(("/api/runs/ID", await http.GetStringAsync($"/api/runs/{id}", ct)));
        }
    }

    private static bool IsEvent(string line, string name) => line.Contains($"\"event\":\"{name}\"", StringComparison.Ordinal);

    /// <summary>Reads on until there was such a line of each scenario.</summary>
    private static async Task EachAsync(Commands.Program worker, string name, HashSet<string> scenarios, CancellationToken ct) => await worker.LineAsync(
        line => IsEvent(line, name) && scenarios.RemoveWhere(one => line.Contains($"\"scenario\":\"{one}\"", StringComparison.Ordinal)) > 0 && scenarios.Count == 0, ct);

    private Commands.Program Start(params string[] args) => Commands.Program.Start(
        Canaries.Select(canary => KeyValuePair.Create(canary.Variable, canary.Value))
            .Append(KeyValuePair.Create("TMPDIR", Path.Combine(_folder, "tmp"))).Append(KeyValuePair.Create("SYNTHETIC_HOST_NOISE", "off")).ToDictionary(),
        args);

    /// <summary>Files with their bytes as characters. The runtime's own pipes and sockets are left out: reading them would wait for ever.</summary>
    private static IEnumerable<(string Where, string Text)> Files(string folder, string pattern = "*")
    {
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, pattern == "*" ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly) : [])
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith("clr-debug-pipe", StringComparison.Ordinal) || name.StartsWith("dotnet-diagnostic", StringComparison.Ordinal) || name.StartsWith("Singleton", StringComparison.Ordinal))
                continue;
            string text;
            try
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(file, Encoding.UTF8);
                text = reader.ReadToEnd();
            }
            // The browser's files come and go.
            catch (IOException)
            {
                continue;
            }
            yield return (name, text);
        }
    }

    private static void AssertClean(IReadOnlyList<(string Where, string Text)> outputs)
    {
        var found = (
            from output in outputs.Distinct().AsParallel()
            from canary in Canaries
            from needle in canary.FoundIn(output.Text)
            let at = output.Text.IndexOf(needle, StringComparison.OrdinalIgnoreCase)
            select $"{output.Where}: {canary.Variable}: …{output.Text[Math.Max(0, at - 80)..Math.Min(output.Text.Length, at + needle.Length + 40)]}…").ToArray();
        Assert.That(found, Is.Empty, () => string.Join('\n', found.Take(20)));
    }
}
