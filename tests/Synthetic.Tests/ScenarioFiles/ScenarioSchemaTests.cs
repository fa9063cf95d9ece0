using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles;

namespace Synthetic.Tests.ScenarioFiles;

public sealed class ScenarioSchemaTests
{
    [Test]
    public void TheSchemaFileIsWhatTheReaderAccepts() =>
        ProjectFolder.AssertGolden(Path.Combine(ProjectFolder.Root(), "schemas", "scenarios.schema.json"), ScenarioSchema.Generate());

    // A file with one unknown key in each kind of object; the reader answers with the keys it knows there.
    [TestCase("file", """{ "scenarios": [ { "name": "a", "script": "SignIn" } ], "qqqqqqqq": 1 }""")]
    [TestCase("defaults", """{ "scenarios": [ { "name": "a", "script": "SignIn" } ], "defaults": { "qqqqqqqq": 1 } }""")]
    [TestCase("notifier", """{ "scenarios": [ { "name": "a", "script": "SignIn" } ], "notifiers": { "b": { "type": "log", "qqqqqqqq": 1 } } }""")]
    [TestCase("maintenance", """{ "scenarios": [ { "name": "a", "script": "SignIn" } ], "maintenance": [ { "reason": "b", "cron": "0 0 2 * * ?", "for": "30m", "qqqqqqqq": 1 } ] }""")]
    [TestCase("scenario", """{ "scenarios": [ { "name": "a", "script": "SignIn", "qqqqqqqq": 1 } ] }""")]
    [TestCase("schedule", """{ "scenarios": [ { "name": "a", "script": "SignIn", "schedule": { "every": "1m", "qqqqqqqq": 1 } } ] }""")]
    [TestCase("device", """{ "scenarios": [ { "name": "a", "script": "SignIn", "device": { "width": 800, "qqqqqqqq": 1 } } ] }""")]
    [TestCase("throttle", """{ "scenarios": [ { "name": "a", "script": "SignIn", "throttle": { "cpu": 4, "qqqqqqqq": 1 } } ] }""")]
    [TestCase("alerts", """{ "scenarios": [ { "name": "a", "script": "SignIn", "alerts": { "of": 4, "qqqqqqqq": 1 } } ] }""")]
    [TestCase("ratings", """{ "scenarios": [ { "name": "a", "script": "SignIn", "ratings": { "response": { "good": "1s" }, "qqqqqqqq": 1 } } ] }""")]
    [TestCase("trace", """{ "scenarios": [ { "name": "a", "script": "SignIn", "trace": { "send": true, "qqqqqqqq": 1 } } ] }""")]
    [TestCase("proof", """{ "scenarios": [ { "name": "a", "script": "SignIn", "proof": { "maxWrites": 1, "qqqqqqqq": 1 } } ] }""")]
    [TestCase("responseRating", """{ "scenarios": [ { "name": "a", "script": "SignIn", "ratings": { "response": { "good": "1s", "qqqqqqqq": 1 } } } ] }""")]
    [TestCase("budgets", """{ "scenarios": [ { "name": "a", "script": "SignIn", "budgets": { "qqqqqqqq": 1 } } ] }""")]
    [TestCase("step", """{ "scenarios": [ { "name": "a", "steps": [ { "reload": true, "qqqqqqqq": 1 } ] } ] }""")]
    [TestCase("locator", """{ "scenarios": [ { "name": "a", "steps": [ { "click": { "text": "b", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("scroll", """{ "scenarios": [ { "name": "a", "steps": [ { "scroll": { "by": 1, "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("expect", """{ "scenarios": [ { "name": "a", "steps": [ { "reload": true, "expect": { "text": "b", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("fill", """{ "scenarios": [ { "name": "a", "steps": [ { "fill": { "into": "b", "value": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("type", """{ "scenarios": [ { "name": "a", "steps": [ { "type": { "into": "b", "value": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("press", """{ "scenarios": [ { "name": "a", "steps": [ { "press": { "into": "b", "value": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("select", """{ "scenarios": [ { "name": "a", "steps": [ { "select": { "into": "b", "value": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("upload", """{ "scenarios": [ { "name": "a", "steps": [ { "upload": { "into": "b", "value": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    public void TheSchemaHasTheKeysTheReaderKnows(string definition, string json)
    {
        var message = SampleVocabulary.Messages(json).Single();
        var known = message[(message.IndexOf("known keys: ", StringComparison.Ordinal) + 12)..].Split(", ").Where(key => key != "server.NAME");
        Assert.That(known, Is.EquivalentTo(Keys(definition)));
    }

    [Test]
    public void EveryObjectOfTheSchemaIsComparedAbove()
    {
        var compared = typeof(ScenarioSchemaTests).GetMethod(nameof(TheSchemaHasTheKeysTheReaderKnows))!
            .GetCustomAttributes(typeof(TestCaseAttribute), false).Cast<TestCaseAttribute>().Select(test => (string)test.Arguments[0]!);
        var objects = Schema()["$defs"]!.AsObject().Where(pair => pair.Value!["properties"] is not null).Select(pair => pair.Key);
        Assert.That(compared, Is.EquivalentTo(objects));
    }

    [Test]
    public void EveryKeyIsDescribed()
    {
        foreach (var (name, definition) in Schema()["$defs"]!.AsObject())
        {
            foreach (var (key, value) in definition!["properties"]?.AsObject() ?? [])
                Assert.That(value!["description"] is not null || name == "budgets", $"{name}.{key}");
        }
    }

    [Test]
    public void TheReferenceMentionsEveryKey()
    {
        var reference = File.ReadAllText(Path.Combine(ProjectFolder.Root(), "docs", "scenarios.md"));
        var keys = Schema()["$defs"]!.AsObject().SelectMany(pair => pair.Value!["properties"]?.AsObject().Select(one => one.Key) ?? []).Distinct();
        Assert.That(keys.Where(key => !reference.Contains($"`{key}`", StringComparison.Ordinal)), Is.Empty);
    }

    private static JsonNode Schema() => JsonNode.Parse(ScenarioSchema.Generate())!;

    private static IEnumerable<string> Keys(string definition) =>
        Schema()["$defs"]![definition]!["properties"]!.AsObject().Select(pair => pair.Key);
}
