using System.Text.Json;
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
    [TestCase("sharedStep", """{ "scenarios": [ { "name": "a", "script": "SignIn" } ], "shared": { "b": [ { "reload": true, "qqqqqqqq": 1 } ] } }""")]
    [TestCase("action", """{ "scenarios": [ { "name": "a", "steps": [ { "actions": [ { "click": "b" }, { "click": "c", "qqqqqqqq": 1 } ] } ] } ] }""")]
    [TestCase("point", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "position": { "x": 1, "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("drag", """{ "scenarios": [ { "name": "a", "steps": [ { "drag": { "from": "b", "to": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("dialog", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "dialog": { "text": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("when", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "when": { "visible": "c", "qqqqqqqq": 1 } } ] } ] }""")]
    [TestCase("capture", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "capture": { "c": { "text": "d", "qqqqqqqq": 1 } } } ] } ] }""")]
    [TestCase("madeFile", """{ "scenarios": [ { "name": "a", "steps": [ { "upload": { "into": "b", "value": { "name": "c", "text": "d", "qqqqqqqq": 1 } } } ] } ] }""")]
    [TestCase("expectedResponse", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "expect": { "response": { "url": "/c", "qqqqqqqq": 1 } } } ] } ] }""")]
    [TestCase("expectedValue", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "expect": { "value": { "of": "c", "is": "d", "qqqqqqqq": 1 } } } ] } ] }""")]
    [TestCase("expectedCount", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "expect": { "count": { "of": "c", "is": 1, "qqqqqqqq": 1 } } } ] } ] }""")]
    [TestCase("expectedAttribute", """{ "scenarios": [ { "name": "a", "steps": [ { "click": "b", "expect": { "attribute": { "of": "c", "name": "d", "is": "e", "qqqqqqqq": 1 } } } ] } ] }""")]
    [TestCase("browser", """{ "scenarios": [ { "name": "a", "script": "SignIn", "browser": { "locale": "de", "qqqqqqqq": 1 } } ] }""")]
    [TestCase("geolocation", """{ "scenarios": [ { "name": "a", "script": "SignIn", "browser": { "geolocation": { "latitude": 1, "longitude": 2, "qqqqqqqq": 1 } } } ] }""")]
    [TestCase("basicAuth", """{ "scenarios": [ { "name": "a", "script": "SignIn", "browser": { "basicAuth": { "user": "b", "password": "c", "qqqqqqqq": 1 } } } ] }""")]
    [TestCase("request", """{ "scenarios": [ { "name": "a", "script": "SignIn", "setup": [ { "post": "https://shop.example/", "qqqqqqqq": 1 } ] } ] }""")]
    public void TheSchemaHasTheKeysTheReaderKnows(string definition, string json)
    {
        var message = SampleVocabulary.Messages(json).Single();
        var known = message[(message.IndexOf("known keys: ", StringComparison.Ordinal) + 12)..].Split(", ").Where(key => key is not ("server.NAME" or "serverTotal.NAME"));
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

    [Test]
    public void TheReferenceOfKeysIsMadeFromTheSchemaAndHasAnExampleOfEachThatATestRuns()
    {
        // The examples are run by EveryKeyTests.
        var run = Path.Combine(ProjectFolder.Root(), "tests", "Synthetic.SystemTests", "Driving", "EveryKey", "keys.json");
        var file = JsonNode.Parse(File.ReadAllText(run), null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        var reference = new KeyReference(Schema().AsObject(), file);
        ProjectFolder.AssertGolden(Path.Combine(ProjectFolder.Root(), "docs", "scenario-keys.md"), reference.ToMarkdown());
        Assert.That(reference.Missing, Is.Empty);
    }

    private static JsonNode Schema() => JsonNode.Parse(ScenarioSchema.Generate())!;

    private static IEnumerable<string> Keys(string definition) =>
        Schema()["$defs"]![definition]!["properties"]!.AsObject().Select(pair => pair.Key);
}
