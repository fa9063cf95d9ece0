using System.Text.Json.Nodes;

namespace Synthetic.Tests.Logging;

/// <summary>What the events other than runs and alerts carry. Lines of tests are held against it, with nothing more allowed.</summary>
internal static class EventMembers
{
    private static readonly (string Name, JsonObject Schema) Scenario = ("scenario", Text("The scenario's name."));
    private static readonly (string Name, JsonObject Schema) RunId = ("runId", Text("The run that it is about."));
    private static readonly (string Name, JsonObject Schema) Exception = ("exception?", Text("The error, with where in the code it arose."));

    /// <summary>The members of each event, by its name.</summary>
    public static IReadOnlyDictionary<string, Func<JsonObject>> All { get; } = new Dictionary<string, Func<JsonObject>>
    {
        ["change"] = () => Of(
            Scenario,
            ("location", Text("Where it ran from.")),
            ("step", Text("The step's name.")),
            ("component", Text("The part of the step: response, network, server.db.")),
            ("wasMs", Number("The median before, in milliseconds.")),
            ("isMs", Number("The median since, in milliseconds.")),
            ("before", Count("How many runs before were compared.")),
            ("after", Count("How many runs since were compared.")),
            ("since", Time("Start of the first run that took the other time, UTC.")),
            RunId),
        ["worker.started"] = () => Of(
            ("version", Text("The program's version.")),
            ("settings", new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" }, ["description"] = "The settings in force, without secrets." }),
            ("scenarios", List("What is watched.", Of(("name", Text("The scenario's name.")), ("next", Time("Its next slot, UTC; null where there is none.", orNull: true)))))),
        ["worker.stopping"] = () => Of(
            ("running", List("The scenarios that still run.", Text("A scenario's name."))),
            ("graceMs", Number("How long they may go on, in milliseconds."))),
        ["worker.stopped"] = () => Of(
            ("runs", Count("How many runs there were.")),
            ("missed", Count("How many slots were missed.")),
            ("upMs", Number("How long the worker ran, in milliseconds."))),
        ["schedule.missed"] = () => Of(Scenario, ("scheduledAt", Time("The slot, UTC.")), ("reason", Text("Why: docs/worker.md lists the reasons."))),
        ["schedule.gap"] = () => Of(),
        ["browser.restarted"] = () => Of(("reason", Text("Why: runs and memory are the plan, anything else is trouble.")), ("runs", Count("How many runs the browser had served."))),
        ["notifier.failed"] = () => Of(
            ("notifier", Text("The notifier's name.")),
            ("scenario?", Text("The scenario of the alert.")),
            ("fingerprint?", Text("The condition of the alert.")),
            ("runId?", Text("The run of the alert.")),
            Exception),
        ["proof.skipped"] = () => Of(Scenario, RunId, ("reason", Text("Why: docs/worker.md lists the reasons."))),
        ["proof.failed"] = () => Of(Scenario, RunId, Exception),
        ["causes.failed"] = () => Of(Scenario, RunId, Exception),
        ["baselines.failed"] = () => Of(),
        ["traces.failed"] = () => Of(),
        ["traces.recovered"] = () => Of(),
        ["run.threw"] = () => Of(Exception),
        ["sink.failed"] = () => Of(Exception),
        ["alert.failed"] = () => Of(Exception),
        ["store.failed"] = () => Of(),
        ["store.recovered"] = () => Of(),
        ["store.refused"] = () => Of(),
        ["store.pruned"] = () => Of(),
        ["log"] = () => Of(("source?", Text("The library that it is from.")), Exception),
    };

    private static JsonObject Of(params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject([.. members.Select(one => KeyValuePair.Create(one.Name.TrimEnd('?'), (JsonNode?)one.Schema.DeepClone()))]),
        ["required"] = new JsonArray([.. members.Where(one => !one.Name.EndsWith('?')).Select(one => (JsonNode)one.Name)]),
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Number(string description) => new() { ["type"] = "number", ["description"] = description };

    private static JsonObject Count(string description) => new() { ["type"] = "integer", ["minimum"] = 0, ["description"] = description };

    private static JsonObject Time(string description, bool orNull = false) => new()
    {
        ["type"] = orNull ? new JsonArray("string", "null") : "string",
        ["format"] = "date-time",
        ["description"] = description,
    };

    private static JsonObject List(string description, JsonObject items) => new() { ["type"] = "array", ["items"] = items, ["description"] = description };
}
