using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing;

/// <summary>Diagnoses the two windows of an interaction.</summary>
internal sealed class InteractionDiagnosis
{
    private readonly RunEvidence _evidence;
    private readonly RunFacts _facts;
    private readonly InpTimeline _inpTimeline;
    private readonly ResponseTimeline _responseTimeline;
    private readonly PathRivals _rivals;
    private readonly ConcurrentWorkFinder _concurrent;

    public InteractionDiagnosis(RunEvidence evidence, RunFacts facts)
    {
        (_evidence, _facts) = (evidence, facts);
        var divided = new DividedRequests();
        var synchronous = new SynchronousRequests(facts.Requests, facts.Threads, divided);
        _inpTimeline = new InpTimeline(facts.Threads, synchronous, facts.MostOfWindow);
        _rivals = new PathRivals(evidence.Documents, facts.Requests);
        _responseTimeline = new ResponseTimeline(evidence.Documents, facts.Threads, synchronous, divided, facts.MostOfWindow);
        _concurrent = new ConcurrentWorkFinder(facts.Requests, facts.Threads.All.Busy, facts.MostOfWindow);
    }

    /// <summary>The interaction's result.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="response">Its response; <c>null</c> where no result can be told.</param>
    /// <param name="unreported">What the main thread did that no entry shows.</param>
    public InteractionResult Of(Interaction interaction, Response? response, UnreportedWork unreported) => new()
    {
        Id = interaction.Id,
        Type = interaction.Type,
        Target = interaction.Target,
        Source = interaction.Source,
        Lost = interaction.Unheard ? Lost(interaction) : null,
        Inp = Inp(interaction),
        Response = response is null ? null : Window(response, unreported),
    };

    private LostInput Lost(Interaction interaction)
    {
        var heard = interaction.Heard;
        var scripts = _facts.ScriptsOf(interaction);
        return new LostInput
        {
            HeardMs = heard is { } at ? Milliseconds.Round(Math.Max(0, at - interaction.Begin)) : null,
            // What came after it listened was not needed for that.
            ScriptsEndedMs = scripts.LastEnd(interaction.Begin, heard) is { } ended ? Milliseconds.Round(ended - interaction.Begin) : null,
            ScriptsPending = scripts.Pending && heard is null ? true : null,
        };
    }

    private InpWindow? Inp(Interaction interaction)
    {
        var ms = Milliseconds.Round(interaction.Ms);
        // What the browser rounds down to nothing took some time all the same; of a page that was gone at once, nothing was measured.
        if (ms < 1)
            return interaction.Source == InteractionSource.EventTiming ? Inp(interaction with { End = interaction.Start + Tolerances.EventTimingStep, Bound = "upper" }) : null;
        var timeline = _inpTimeline.Of(interaction);
        var delay = Milliseconds.Round(interaction.ProcessingStart - interaction.Start);
        var processing = Milliseconds.Round(Milliseconds.Round(interaction.ProcessingEnd - interaction.Start) - delay);
        return new InpWindow
        {
            Ms = ms,
            Bound = interaction.Bound,
            Rating = Ratings.Of(ms, Ratings.InpGoodMs, Ratings.InpPoorMs),
            InputDelayMs = delay,
            ProcessingMs = processing,
            PresentationMs = Milliseconds.Round(ms - delay - processing),
            Timeline = timeline,
            Culprit = Blame.Of(ms, timeline, _facts.RequestsById),
        };
    }

    /// <summary>The window of a response.</summary>
    public ResponseWindow Window(Response response, UnreportedWork unreported)
    {
        var timeline = _responseTimeline.Of(response, unreported);
        var begin = response.Interaction.Begin;
        var ms = Milliseconds.Round(response.Paint.Instant - begin);
        var pathSource = _rivals.SourceOf(response, timeline);
        return new ResponseWindow
        {
            Ms = ms,
            Rating = Ratings.Of(ms, _evidence.ResponseGoodMs, _evidence.ResponsePoorMs),
            Source = response.Paint.Source,
            PrecisionMs = response.Paint.PrecisionMs,
            SettledMs = response.Paint.Rest - begin is { } rest ? Milliseconds.Round(rest) : null,
            Motions = response.Paint.Motions is { Count: > 0 } motions ? [.. motions.Select(m => new Motion(m.What, m.Target, Milliseconds.Round(m.EndMs - begin)))] : null,
            Timeline = timeline,
            PathSource = pathSource,
            Path = [.. response.Path.Select(step => step.Request.Id).Reverse()],
            Beside = _concurrent.Of(response),
            Culprit = Blame.Of(ms, timeline, _facts.RequestsById, pathSource),
        };
    }
}
