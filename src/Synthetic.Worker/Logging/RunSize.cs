using System.Text;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Logging;

/// <summary>Keeps a run's line under 256 KB, which log collectors take in one piece: drops the bulkiest details first.</summary>
internal static class RunSize
{
    // What is left to 256 KB is for the members that every line has.
    public const int MostBytes = 232 * 1024;

    private static readonly Func<RunRecord, RunRecord>[] Cuts =
    [
        record => EachStep(record, step => step with { Requests = [], LongFrames = [] }),
        record => EachStep(record, step => step with { Incidents = null, Advice = [] }),
        record => EachStep(record, step => step with { Interactions = [.. step.Interactions.Select(Short)] }),
        record => EachStep(record, step => step with { Interactions = [] }) with { Pages = [], EarlierFailures = null },
        record => record with { Steps = [], Artifacts = [] },
        record => record with { Budgets = [], Proof = null },
    ];

    public static (byte[] Json, bool Truncated) Fit(RunRecord record)
    {
        var json = Encoding.UTF8.GetBytes(RunJson.Write(record));
        var whole = json.Length;
        foreach (var cut in Cuts)
        {
            if (json.Length <= MostBytes)
                break;
            record = cut(record);
            json = Encoding.UTF8.GetBytes(RunJson.Write(record));
        }
        return (json, json.Length < whole);
    }

    private static RunRecord EachStep(RunRecord record, Func<StepResult, StepResult> cut) =>
        record with { Steps = [.. record.Steps.Select(cut)] };

    private static InteractionResult Short(InteractionResult interaction) => interaction with
    {
        Inp = interaction.Inp is null ? null : interaction.Inp with { Timeline = [] },
        Response = interaction.Response is null ? null : interaction.Response with { Timeline = [] },
    };
}
