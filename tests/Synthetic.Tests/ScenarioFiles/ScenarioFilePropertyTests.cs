using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Metrics;

namespace Synthetic.Tests.ScenarioFiles;

public sealed class ScenarioFilePropertyTests
{
    private static readonly string Everything = File.ReadAllText(Path.Combine(ProjectFolder.Tests(), "everything.json"));
    private static readonly (string, string)[] Values = [("PASSWORD", "hunter22"), ("OPS_WEBHOOK", "https://hooks.example/abc")];

    [Test]
    public void NoTextMakesTheReaderThrow() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), text => SampleVocabulary.Read(text.Get).Errors.Count > 0));

    [Test]
    public void NoJsonMakesTheReaderThrow() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        RandomJson.Any.ToArbitrary(), json => SampleVocabulary.Read(json).Errors.All(error => error.ToString().Length > 10)));

    [Test]
    public void NoDamageToAGoodFileMakesTheReaderThrow() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        Gen.Choose(0, Everything.Length - 1).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (at, length) =>
        {
            SampleVocabulary.Read(Everything.Remove(at, Math.Min(length, Everything.Length - at)), Values);
            SampleVocabulary.Read(Everything[..at], Values);
        }));

    [Test]
    public void WhatIsWrittenIsWhatIsRead() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        RandomScenario.Any.ToArbitrary(), scenario =>
        {
            var json = new JsonObject { ["scenarios"] = new JsonArray(ScenarioJson.Of(scenario)) }.ToJsonString();
            var result = SampleVocabulary.Read(json);
            Assert.That(result.Errors, Is.Empty, json);
            Assert.That(ScenarioText.Of(result.Scenarios.Single()), Is.EqualTo(ScenarioText.Of(scenario)), json);
        }));

    [Test]
    public void EveryTypoOfAKeyIsAnsweredWithTheRightKey()
    {
        var clean = JsonNode.Parse(Everything, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        var keys = Objects(clean).SelectMany(place => place.Keys.Select(key => (place.Path, Key: key))).ToList();
        Assert.That(keys, Has.Count.GreaterThan(100));
        foreach (var (path, key) in keys)
        {
            foreach (var typo in Typos(key).Except(KnownBeside(key)))
            {
                var broken = clean.DeepClone();
                Rename(At(broken, path), key, typo);
                var messages = SampleVocabulary.Messages(broken.ToJsonString(), Values);
                Assert.That(messages, Has.Some.Contains("is not a known key; did you mean").And.Contains($"\"{key}\""), $"{typo} for {key}");
            }
        }
    }

    // "server." is a prefix of the writer's own names: a slip after it makes another name, not a mistake.
    private static IEnumerable<string> Typos(string key)
    {
        // Another letter than x or y is no slip but another key.
        var known = key.Length == 1 ? 0 : key.StartsWith("server", StringComparison.Ordinal) ? key.IndexOf('.', StringComparison.Ordinal) + 1 : key.Length;
        for (var i = 0; i < known; i++)
        {
            yield return key.Remove(i, 1);
            yield return key.Remove(i, 1).Insert(i, "x");
            yield return key.Insert(i, "x");
            if (i + 1 < known)
                yield return key[..i] + key[i + 1] + key[i] + key[(i + 2)..];
        }
    }

    private static IEnumerable<string> KnownBeside(string key) =>
        [key, .. MetricTable.All.Select(metric => metric.Name), .. key.StartsWith("server.", StringComparison.Ordinal) ? ["server.x" + key["server.".Length..]] : Array.Empty<string>()];

    private static IEnumerable<(object[] Path, string[] Keys)> Objects(JsonNode? node, params object[] path)
    {
        if (node is JsonArray array)
            return array.SelectMany((item, index) => Objects(item, [.. path, index]));
        // A request's body is the writer's own altogether.
        if (node is not JsonObject one || path is [.., "json"])
            return [];
        var below = one.SelectMany(pair => Objects(pair.Value, [.. path, pair.Key]));
        // These are named by the writer.
        return path is [.., "notifiers" or "shared" or "headers" or "cookies" or "capture"] ? below : below.Prepend((path, [.. one.Select(pair => pair.Key)]));
    }

    private static JsonObject At(JsonNode node, object[] path) =>
        path.Aggregate(node, (at, step) => step is int index ? at[index]! : at[(string)step]!).AsObject();

    private static void Rename(JsonObject parent, string from, string to)
    {
        var value = parent[from]!;
        parent.Remove(from);
        parent[to] = value;
    }
}
