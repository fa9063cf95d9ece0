using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Where the time from an input to the next paint went.</summary>
internal static class InpTimeline
{
    public static IReadOnlyList<Segment> Of(Interaction interaction, RunFacts run)
    {
        // Only the interaction's own document holds its next paint up.
        var mainThread = run.MainThreadOf(interaction.DocumentId);
        var partition = new Partition(interaction.Start, interaction.End);
        LayStandstill(partition, interaction, interaction.End, run);
        LayDelay(partition, new TimedInput(interaction.Start, interaction.ProcessingStart, interaction.ProcessingEnd, interaction.End), mainThread);
        mainThread.LayScripts(partition, interaction.Start, interaction.End);
        partition.Lay(interaction.ProcessingStart, interaction.ProcessingEnd, Handler(interaction));
        mainThread.LayRenders(partition, interaction.Start, interaction.End);
        partition.Fill((_, _) => new Segment { Kind = SegmentKind.Presentation });
        return partition.Segments();
    }

    /// <summary>The synchronous requests of the interaction's document: script stood still for them, and all else with it.</summary>
    public static void LayStandstill(Partition partition, Interaction interaction, double end, RunFacts run)
    {
        if (partition.IsFull)
            return;
        var own = run.Synchronous.In(interaction.Begin, end).Where(r => r.DocumentId is null || r.DocumentId == interaction.DocumentId);
        foreach (var (from, to, what) in own.SelectMany(RequestStretches.Of))
            partition.Lay(from, to, what);
    }

    /// <summary>An input's wait for the main thread, by what held it up where that is known.</summary>
    public static void LayDelay(Partition partition, TimedInput input, MainThread mainThread)
    {
        var guilty = mainThread.Largest(input.Start, input.ProcessingStart)?.Segment;
        partition.Lay(input.Start, input.ProcessingStart, new Segment
        {
            Kind = SegmentKind.InputDelay,
            Detail = guilty?.Detail,
            Url = guilty?.Url,
        });
    }

    /// <summary>The handlers of an interaction, for which no long frame names a script.</summary>
    public static Segment Handler(Interaction interaction) => new()
    {
        Kind = SegmentKind.Script,
        Detail = $"handlers of the {(interaction.Type == "keyboard" ? "key" : "click")}{(interaction.Target is { } t ? $" on {t}" : "")}",
    };
}
