using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Where the time from an input to the next paint went.</summary>
/// <param name="threads">The work of all documents.</param>
/// <param name="synchronous">The requests that scripts stood still for.</param>
/// <param name="most">How many stretches a timeline is made of.</param>
internal sealed class InpTimeline(MainThreads threads, SynchronousRequests synchronous, int most)
{
    public IReadOnlyList<Segment> Of(Interaction interaction)
    {
        var mainThread = threads.Of(interaction.DocumentId);
        var partition = new Partition(interaction.Start, interaction.End, most);
        synchronous.AddTo(partition, interaction, interaction.End);
        mainThread.AddInputDelay(partition, interaction.Start, interaction.ProcessingStart);
        mainThread.AddScripts(partition, interaction.Start, interaction.End);
        partition.Add(interaction.ProcessingStart, interaction.ProcessingEnd, interaction.Handlers);
        mainThread.AddRendering(partition, interaction.Start, interaction.End);
        partition.Fill((_, _) => new Segment { Kind = SegmentKind.Presentation });
        return partition.Segments();
    }
}
