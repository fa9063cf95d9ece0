using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>JSON that looks like a scenario file from afar: its keys, in all the wrong places.</summary>
internal static class RandomJson
{
    private static readonly string[] Keys =
    [
        "$schema", "defaults", "scenarios", "notifiers", "name", "baseUrl", "schedule", "every", "cron", "timeZone", "jitter", "device", "throttle", "timeout",
        "retries", "budgets", "inp", "cls", "server.db", "ratings", "response", "good", "poor", "causes", "read-only", "prove", "on-breach", "proof", "maxWrites", "trace", "send", "origins", "alerts", "failures", "of", "notify", "steps", "script", "goto",
        "click", "fill", "press", "select", "scroll", "by", "upload", "reload", "into", "value", "role", "text", "expect", "visible", "url", "type", "", "é\n",
    ];

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.Elements("null", "true", "false", "0", "-1", "1e999", "0.5", "12345678901234567890", "\"\"", "\"1m\"", "\"0s\"", "\"${A}\"", "\"${\"", "\"$${\"", "\"button\"", "\"\\ud800\"", "\"/\"", "\"http://\"", "\"webhook\"", "\"../x\""),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => JsonValue.Create(text.Get)!.ToJsonString()));

    public static Gen<string> Any { get; } = Gen.Sized(size => Node(Math.Min(size, 40)));

    private static Gen<string> Node(int size)
    {
        if (size < 2)
            return Leaf;
        var child = Node(size / 2);
        var member = Gen.Elements(Keys).SelectMany(key => child.Select(value => $"{JsonValue.Create(key)!.ToJsonString()}:{value}"));
        return Gen.Frequency(
            (1, Leaf),
            (2, child.ListOf(3).Select(items => $"[{string.Join(',', items)}]")),
            (5, Gen.Choose(0, 8).SelectMany(count => member.ListOf(count)).Select(members => $"{{{string.Join(',', members)}}}")));
    }
}
