using System.Text.Json;

namespace Synthetic.Benchmarks.Delivery;

/// <summary>An alert as the worker's log, or the body of a message, has it.</summary>
/// <param name="Fingerprint">The condition that it is about.</param>
/// <param name="State">What happened.</param>
/// <param name="RunId">The run that showed it.</param>
internal sealed record SaidAlert(string Fingerprint, string State, string RunId)
{
    /// <summary>The alerts in a worker's log, in order.</summary>
    public static async Task<IReadOnlyList<SaidAlert>> ReadAsync(string log, CancellationToken ct)
    {
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync(ct);
        // The worker may be in the middle of a line.
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n').Where(line => line.Contains("\"event\":\"alert\"", StringComparison.Ordinal)).Select(Of)];
    }

    /// <summary>The alert in a JSON text.</summary>
    public static SaidAlert Of(string json)
    {
        using var alert = JsonDocument.Parse(json);
        string Member(string name) => alert.RootElement.GetProperty(name).GetString()!;
        return new SaidAlert(Member("fingerprint"), Member("state"), Member("runId"));
    }
}
