using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Synthetic.Tests.ScenarioFiles;
using Synthetic.Worker.Logging;

namespace Synthetic.Tests.Logging;

public sealed partial class LineSchemaTests
{
    [Test]
    public void TheSchemaOfRunsIsWhatTheirTypesSay() => AssertFile("run-line", LineSchemas.Run());

    [Test]
    public void TheSchemaOfAlertsIsWhatTheirTypesSay() => AssertFile("alert-line", LineSchemas.Alert());

    [Test]
    public void TheSchemaOfTheOtherEventsIsUpToDate() => AssertFile("event-line", LineSchemas.Events());

    [Test]
    public void EveryEventOfTheWorkerHasASchemaAndStandsInTheReference()
    {
        var written = Directory.EnumerateFiles(Path.Combine(ProjectFolder.Root(), "src", "Synthetic.Worker"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Where(code => code.Contains("WorkerEvent", StringComparison.Ordinal))
            .SelectMany(code => EventName().Matches(code)).Select(match => match.Groups[1].Value).Append("log").Distinct().ToArray();
        Assert.That(written, Is.EquivalentTo(EventMembers.All.Keys.Concat(["run", "alert"])));
        var reference = File.ReadAllText(Path.Combine(ProjectFolder.Root(), "docs", "worker.md"));
        Assert.That(written.Where(name => !reference.Contains($"`{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void EveryMemberIsDescribed()
    {
        var bare = new List<string>();
        foreach (var text in new[] { LineSchemas.Run(), LineSchemas.Alert(), LineSchemas.Events() })
            Undescribed(JsonNode.Parse(text), "", bare);
        Assert.That(bare.Distinct(), Is.Empty);
    }

    [Test]
    public void ALineWithAMemberThatNobodyDescribedIsFound()
    {
        const string Start = """{"timestamp":"2026-01-01T12:00:00.000Z","level":"info","message":"m",""";
        Assert.That(LineCheck.Wrongs(Start + "\"event\":\"store.pruned\"}"), Is.Empty);
        Assert.That(LineCheck.Wrongs(Start + "\"event\":\"store.pruned\",\"rows\":1}"), Is.Not.Empty);
        Assert.That(LineCheck.Wrongs(Start + "\"event\":\"unheard.of\"}"), Is.Not.Empty);
        Assert.That(LineCheck.Wrongs(Start + "\"event\":\"run\"}"), Is.Not.Empty, "a run has more");
    }

    [Test]
    public void TheReferenceHasWhatIsLeftOutInItsOrder()
    {
        var page = File.ReadAllText(Path.Combine(ProjectFolder.Root(), "docs", "ingestion.md"));
        Assert.That(LineCuts.Order.Where(path => !page.Contains($"`{path}`", StringComparison.Ordinal)), Is.Empty);
        var run = LineCuts.Order.Where(path => path is not ("proof.readings" or "culprit.evidence" or "scenarios"));
        var list = page[page.IndexOf("in this order:", StringComparison.Ordinal)..];
        Assert.That(run.Select(path => list.IndexOf($"`{path}`", StringComparison.Ordinal)), Is.Ordered);
    }

    [Test]
    public void TheIndexTemplateNamesOnlyMembersThatThereAre()
    {
        var template = JsonNode.Parse(File.ReadAllText(Path.Combine(ProjectFolder.Root(), "docs", "ingestion", "elasticsearch-template.json")))!;
        var known = JsonNode.Parse(LineSchemas.Events())!["oneOf"]!.AsArray().Append(JsonNode.Parse(LineSchemas.Run())).Append(JsonNode.Parse(LineSchemas.Alert()))
            .SelectMany(schema => schema!["properties"]!.AsObject().Select(one => one.Key)).Append("@timestamp").ToHashSet();
        Assert.That(template["template"]!["mappings"]!["properties"]!.AsObject().Select(one => one.Key).Where(name => !known.Contains(name)), Is.Empty);
    }

    private static void AssertFile(string name, string schema) =>
        ProjectFolder.AssertGolden(Path.Combine(ProjectFolder.Root(), "schemas", $"{name}.schema.json"), schema);

    private static void Undescribed(JsonNode? node, string path, List<string> bare)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Undescribed(item, path, bare);
        }
        if (node is not JsonObject members)
            return;
        foreach (var (key, value) in members["properties"] as JsonObject ?? [])
        {
            if (value is JsonObject one && one["description"] is null)
                bare.Add($"{path}.{key}");
            Undescribed(value, $"{path}.{key}", bare);
        }
        foreach (var key in new[] { "items", "oneOf" })
            Undescribed(members[key], path, bare);
    }

    [GeneratedRegex("""new(?: WorkerEvent)?\(\s*"([a-z]+(?:\.[a-z]+)?)",""")]
    private static partial Regex EventName();
}
