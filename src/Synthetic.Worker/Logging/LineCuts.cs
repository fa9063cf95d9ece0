using System.Text.Json.Nodes;

namespace Synthetic.Worker.Logging;

/// <summary>What goes from a line that is too long: whole members, the least useful first, so that what is left is JSON of the same shape.</summary>
internal static class LineCuts
{
    /// <summary>Members in the order in which they go, of all events: a line has some of them. Docs/ingestion.md lists them.</summary>
    public static readonly IReadOnlyList<string> Order =
    [
        "steps[].longFrames",
        "steps[].mainThread",
        "steps[].requests",
        "steps[].incidents",
        "steps[].interactions[].response.beside",
        "steps[].interactions[].inp.timeline",
        "steps[].interactions[].response.timeline",
        "pages[].serverTiming",
        "steps[].advice",
        "proof.arms",
        "proof.effects",
        "proof.limits",
        "steps[].interactions[].inp.culprit.evidence",
        "steps[].interactions[].response.culprit.evidence",
        "proof.readings",
        "culprit.evidence",
        "scenarios",
        "pages",
        "steps[].interactions",
        "steps",
        "earlierFailures",
        "artifacts",
        "proof",
        "settings",
        "budgets",
    ];

    /// <summary>What every line keeps: what it is, whose it is, and what alerts are made of.</summary>
    public static readonly IReadOnlySet<string> Kept = new HashSet<string>
    {
        "timestamp", "level", "event", "message", "schema", "runId", "scenario", "location", "trigger", "attempt", "scheduledAt", "startedAt",
        "durationMs", "status", "state", "fingerprint", "group", "severity", "step", "metric", "limit", "actual", "startsAt", "endsAt",
        "repeated", "component", "wasMs", "isMs", "reason", "notifier", "version", "source",
    };

    /// <summary>Takes a member out of an object, and out of each object of a list where the path says <c>[]</c>.</summary>
    /// <returns>Whether there was something in it.</returns>
    public static bool Remove(JsonNode? node, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? path : path[..dot];
        if (node is not JsonObject members)
            return false;
        if (dot < 0)
            return members[name] is not (null or JsonArray { Count: 0 }) && members.Remove(name);
        var rest = path[(dot + 1)..];
        if (!name.EndsWith("[]", StringComparison.Ordinal))
            return Remove(members[name], rest);
        var removed = false;
        foreach (var item in members[name[..^2]] as JsonArray ?? [])
            removed |= Remove(item, rest);
        return removed;
    }
}
