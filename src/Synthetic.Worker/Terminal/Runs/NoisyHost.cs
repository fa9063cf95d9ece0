using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A noisy machine in words.</summary>
internal static class NoisyHost
{
    /// <summary>Why a run's machine was noisy, on one line; empty where it was not.</summary>
    public static string Why(RunRecord record) => record.Host switch
    {
        { Verdict: HostState.Noisy, Reasons: { Count: > 0 } reasons } => string.Join("; ", reasons),
        { Verdict: HostState.Noisy } => "no reason was recorded",
        _ => "",
    };

    /// <summary>The line of a picture; none where the machine was quiet.</summary>
    public static IEnumerable<Line> Of(RunRecord record, Screen screen)
    {
        if (record.Host is not { Verdict: HostState.Noisy })
            yield break;
        var what = record.Status == RunStatus.Inconclusive ? "noisy host, broken budgets are not judged: " : "noisy host: ";
        foreach (var line in Paragraph.Of(what + Why(record), Line.Indented(2).Add(screen.Glyphs.Warning + " ", TextStyle.Fair), TextStyle.Fair, screen))
            yield return line;
    }
}
