using Synthetic.Core.Basics;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>When an interaction's result was on the screen, and how that is known.</summary>
/// <param name="Instant">On the run's clock.</param>
/// <param name="Source">What told it.</param>
/// <param name="PrecisionMs">How far off it may be.</param>
/// <param name="Changed">When the document was changed so: whatever the result waited for was over by then. <c>null</c> where unknown.</param>
/// <param name="Image">The address of the image that it was, where one had to be loaded.</param>
internal sealed record ResultPaint(double Instant, ResponseSource Source, double PrecisionMs, double? Changed = null, string? Image = null)
{
    /// <summary>One frame at 60 Hz: the paint is stamped from inside the page, right after the frame was produced.</summary>
    private const double Frame = 16;

    /// <summary>The browser reports such paints in steps of 8 ms, and some only with the frame after.</summary>
    private const double InteractionPaint = 24;

    /// <summary>The end of the last interaction's response; <c>null</c> where no result can be told.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="later">When the step's next one began; infinity for the last.</param>
    /// <param name="step">Its step.</param>
    public static ResultPaint? Of(Interaction interaction, double later, StepFacts step)
    {
        if (step.Evidence.ExpectationPaintedMs is { } expected && expected > interaction.Begin && expected <= later)
            return Expected(expected, interaction, step);
        // What the step waits for belongs to the last input before it; the ones before have no result of their own.
        if (step.Evidence is { Expects: true, ExpectationPaintedMs: { } other } && other > interaction.Begin)
            return null;
        // A page that went away may have painted a spinner first; the next page is what was asked for.
        if (NextPage(interaction, step) is { } page && page <= later)
            return new ResultPaint(page, ResponseSource.Navigation, Frame);
        return LastInteractionPaint(interaction, step) is { } paint && paint <= later
            ? new ResultPaint(paint, ResponseSource.InteractionContentfulPaint, InteractionPaint)
            : null;
    }

    private static ResultPaint Expected(double painted, Interaction interaction, StepFacts step)
    {
        var page = step.Run.Evidence.Documents.LastOrDefault(d => d.Top && d.OffsetMs <= painted);
        var firstPaint = page?.OffsetMs + page?.FirstContentfulPaint;
        var changed = step.Evidence.ExpectationChangedMs;
        // What a new page held before it showed anything waited for all that the page's first paint did.
        if (changed <= interaction.Begin || changed > painted || (page?.OffsetMs > interaction.Begin && (firstPaint is null || changed <= firstPaint)))
            changed = null;
        // Nothing can be seen on a page before its first contentful paint.
        var instant = firstPaint is { } first ? Math.Max(painted, first) : painted;
        return new ResultPaint(instant, ResponseSource.Expectation, Precision(instant, changed, step.Run), changed, step.Evidence.ExpectationImage);
    }

    /// <summary>A frame whose rendering is long holds our stamp up, or is presented long after it.</summary>
    private static double Precision(double painted, double? changed, RunFacts run)
    {
        var frame = run.MainThread.FrameOf(changed ?? painted);
        return Math.Max(Frame, Milliseconds.Round(Math.Abs((frame?.End ?? painted) - painted)));
    }

    private static double? LastInteractionPaint(Interaction interaction, StepFacts step)
    {
        return interaction.Id <= 0 ? null : step.Run.InteractionPaints[(interaction.DocumentId, interaction.Id)]
            .Where(t => t > interaction.Begin && t < step.End)
            .Select(t => (double?)t)
            .Max();
    }

    private static double? NextPage(Interaction interaction, StepFacts step)
    {
        // A page that only passes on to another paints nothing.
        var painted = step.Run.Evidence.Documents
            .Where(d => d.Top && d.OffsetMs > interaction.Begin && d.OffsetMs < step.End && d.Id != interaction.DocumentId)
            .Select(d => d.OffsetMs + (d.LargestPaints.Count > 0 ? d.LargestPaints[^1].Time : d.FirstContentfulPaint))
            .FirstOrDefault(paint => paint is not null);
        return painted > interaction.Begin ? painted : null;
    }
}
