using System.Text.Json;

namespace Synthetic.Benchmarks.Delivery;

/// <summary>An alert as the worker's log, or the body of a message, has it.</summary>
/// <param name="Fingerprint">The condition that it is about.</param>
/// <param name="State">What happened.</param>
/// <param name="RunId">The run that showed it.</param>
internal sealed record SaidAlert(string Fingerprint, string State, string RunId)
{
    /// <summary>The alerts in a worker's log, in order.</summary>
    public static IReadOnlyList<SaidAlert> Read(string log) => [.. WorkerLog.Lines(log, "alert").Select(Of)];

    /// <summary>The alert in a JSON text.</summary>
    public static SaidAlert Of(string json)
    {
        using var alert = JsonDocument.Parse(json);
        string Member(string name) => alert.RootElement.GetProperty(name).GetString()!;
        return new SaidAlert(Member("fingerprint"), Member("state"), Member("runId"));
    }
}
