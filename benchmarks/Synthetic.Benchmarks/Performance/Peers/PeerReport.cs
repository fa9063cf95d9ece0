using System.Text.Json;

namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>Reads what other tools leave behind.</summary>
internal static class PeerReport
{
    /// <summary>The duration of a step, of Elastic's lines.</summary>
    public static double? StepMs(string output, string name) => output.Split('\n')
        .Where(line => line.StartsWith("{\"type\":\"step/end\"", StringComparison.Ordinal))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("step"))
        .Where(step => step.GetProperty("name").GetString() == name)
        .Select(step => step.GetProperty("duration").GetProperty("us").GetDouble() / 1000)
        .Cast<double?>().FirstOrDefault();

    /// <summary>The one value of a measure whose name begins so, of Artillery's report.</summary>
    public static double? Summary(string results, string name) => Read(results, "report.json").GetProperty("aggregate").GetProperty("summaries").EnumerateObject()
        .Where(summary => summary.Name.StartsWith(name, StringComparison.Ordinal))
        .Select(summary => Number(summary.Value, "max")).FirstOrDefault();

    /// <summary>A number of it; <c>null</c> where it has none of that name.</summary>
    public static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    /// <summary>A file of results.</summary>
    public static JsonElement Read(string results, string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(results, file)));
}
