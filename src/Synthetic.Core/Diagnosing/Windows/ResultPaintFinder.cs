using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Finds the paint that showed an interaction's result.</summary>
internal sealed class ResultPaintFinder(IReadOnlyList<DocumentEvidence> documents, MainThread mainThread)
{
    /// <summary>The paints that the browser traces back to an interaction.</summary>
    private readonly ILookup<(string DocumentId, long InteractionId), double> _interactionPaints = documents
        .SelectMany(d => d.InteractionPaints.Select(p => (Key: (d.Id, p.InteractionId), At: p.Time + d.OffsetMs)))
        .ToLookup(p => p.Key, p => p.At);

    /// <summary>The end of an interaction's response; <c>null</c> where no result can be told.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="next">When the step's next one began; infinity for the last.</param>
    /// <param name="step">Its step.</param>
    /// <param name="stepEnd">When the next step began; infinity for the last.</param>
    public ResultPaint? Of(Interaction interaction, double next, StepEvidence step, double stepEnd)
    {
        if (step.ExpectationPaintedMs is { } expected && expected > interaction.Begin && expected <= next)
            return Expected(expected, interaction, step);
        // What the step waits for belongs to the last input before it; the ones before have no result of their own.
        if (step is { Expects: true, ExpectationPaintedMs: { } other } && other > interaction.Begin)
            return null;
        // A page that went away may have painted a spinner first; the next page is what was asked for.
        if (NextPage(interaction, stepEnd) is { } page && page <= next)
            return new ResultPaint(page, ResponseSource.Navigation, Tolerances.Frame);
        return LastInteractionPaint(interaction, stepEnd) is { } paint && paint <= next
            ? new ResultPaint(paint, ResponseSource.InteractionContentfulPaint, Tolerances.InteractionPaint)
            : null;
    }

    private ResultPaint Expected(double painted, Interaction interaction, StepEvidence step)
    {
        var page = documents.LastOrDefault(d => d.Top && d.OffsetMs <= painted);
        var firstPaint = page?.OffsetMs + page?.FirstContentfulPaint;
        var changed = step.ExpectationChangedMs;
        // What a new page held before its first paint was shown by that paint, and waited for all that the paint waited for.
        if (changed <= interaction.Begin || changed > painted || (page?.OffsetMs > interaction.Begin && (firstPaint is null || changed <= firstPaint)))
            changed = null;
        // Nothing can be seen on a page before its first contentful paint.
        var instant = firstPaint is { } first ? Math.Max(painted, first) : painted;
        return new ResultPaint(instant, ResponseSource.Expectation, Precision(instant, changed), changed, step.ExpectationImage, step.ExpectationFont,
            step.ExpectationMessage is { } message && message.ReceivedMs > interaction.Begin && message.ReceivedMs <= changed
                // What was sent before the input asked for something else.
                ? message with { SentMs = message.SentMs >= interaction.Begin ? message.SentMs : CameTo(message, interaction) }
                : null)
        {
            Unseen = step.ExpectationUnseenMs is { } unseen && unseen > interaction.Begin && unseen < instant ? unseen : null,
            Motions = [.. (step.ExpectationMotions ?? []).Where(motion => motion.EndMs > instant)],
        };
    }

    /// <summary>When a window that sent a message was first told something after the input; <c>null</c> where it was not, or none is known.</summary>
    private double? CameTo(MessageEvidence message, Interaction interaction)
    {
        if (message.Transport != MessageTransport.Frame)
            return null;
        var from = documents.FirstOrDefault(d => d.Id == interaction.DocumentId) is { } asking ? WebAddress.OriginOf(asking.Url) : null;
        return documents
            .Where(d => d.Id != interaction.DocumentId && WebAddress.OriginOf(d.Url) == message.Url)
            .SelectMany(d => (d.Posted ?? []).Where(p => p.Origin == from).Select(p => p.Start + d.OffsetMs))
            .Where(at => at >= interaction.Begin && at <= message.ReceivedMs)
            .Select(at => (double?)at)
            .Min();
    }

    /// <summary>A frame whose rendering is long delays the probe's stamp, or is presented long after it.</summary>
    private double Precision(double painted, double? changed)
    {
        var frame = mainThread.FrameOf(changed ?? painted);
        return Math.Max(Tolerances.Frame, Milliseconds.Round(Math.Abs((frame?.End ?? painted) - painted)));
    }

    private double? LastInteractionPaint(Interaction interaction, double stepEnd) => interaction.Id <= 0
        ? null
        : _interactionPaints[(interaction.DocumentId, interaction.Id)]
            .Where(t => t > interaction.Begin && t < stepEnd)
            .Select(t => (double?)t)
            .Max();

    private double? NextPage(Interaction interaction, double stepEnd)
    {
        // A page that only passes on to another paints nothing.
        var painted = documents
            .Where(d => d.Top && d.OffsetMs > interaction.Begin && d.OffsetMs < stepEnd && d.Id != interaction.DocumentId)
            .Select(d => d.OffsetMs + (d.LargestPaints.Count > 0 ? d.LargestPaints[^1].Time : d.FirstContentfulPaint))
            .FirstOrDefault(paint => paint is not null);
        return painted > interaction.Begin ? painted : null;
    }
}
