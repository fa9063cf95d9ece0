using Synthetic.Core.Alerting;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Reporting;

/// <summary>A run, or its proof, on its way into the store.</summary>
/// <param name="Record">The run.</param>
/// <param name="Fired">For a proof: the alert events that the run caused; <c>null</c> for a run.</param>
internal sealed record WaitingResult(RunRecord Record, IReadOnlyList<Alert>? Fired = null)
{
    private const string Run = "run";
    private const string Proof = "proof";

    /// <summary>The text of a file: what it is, the record, and an alert a line.</summary>
    public string Write() =>
        string.Join('\n', [Fired is null ? Run : Proof, RunJson.Write(Record), .. (Fired ?? []).Select(AlertJson.Write)]);

    /// <summary>Reads the text of a file back.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is damaged.</exception>
    public static WaitingResult Read(string text) => text.Split('\n') switch
    {
        [Run, var record] => new WaitingResult(RunJson.Read(record)),
        [Proof, var record, .. var fired] => new WaitingResult(RunJson.Read(record), [.. fired.Select(AlertJson.ReadAlert)]),
        _ => throw new FormatException("it is no result"),
    };
}
