using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing;

/// <summary>A run's evidence on one clock, dealt out to its steps.</summary>
internal sealed class RunFacts
{
    public RunFacts(RunEvidence evidence)
    {
        Spans = new StepSpans(evidence.Steps);
        Interactions = InteractionReader.Of(evidence, Spans);
        Requests = RequestJoin.Of(evidence);
        RequestsById = Requests.ToDictionary(r => r.Id);
        Threads = new MainThreads(evidence.Documents);
        Steps = [.. evidence.Steps.Select(step => FactsOf(step, evidence.Documents))];
    }

    public StepSpans Spans { get; }

    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>All of the run: a window may have to wait for one sent before its step.</summary>
    public IReadOnlyList<Request> Requests { get; }

    public IReadOnlyDictionary<int, Request> RequestsById { get; }

    public MainThreads Threads { get; }

    public IReadOnlyList<StepFacts> Steps { get; }

    /// <summary>How many of the driven interactions were seen.</summary>
    public Coverage Coverage()
    {
        // The driver's own count is a floor: a script may click as it likes, and only the probe counts that.
        var missed = Steps.Sum(s => Math.Max(0, s.Evidence.DrivenInteractions - s.Interactions.Count));
        var observed = Interactions.Count(i => i.Source == InteractionSource.EventTiming);
        return new Coverage(Interactions.Count + missed, observed, Interactions.Count - observed, missed);
    }

    /// <summary>The scripts that were still to come when an interaction began, of its step and those before.</summary>
    public IEnumerable<Request> ScriptsAfter(Interaction interaction)
    {
        var end = Spans.At(interaction.Begin) is { } step ? Spans.EndOf(step) : double.PositiveInfinity;
        return Requests.Where(r => (r.Initiator == "script" || r.Exchange?.ResourceType == "script") && r.Start < end && !(r.End <= interaction.Begin));
    }

    private StepFacts FactsOf(StepEvidence step, IReadOnlyList<DocumentEvidence> documents)
    {
        var interactions = Interactions.Where(i => Spans.Holds(step, i.Begin)).ToArray();
        var acted = ActedStep.Of(step, documents, instant => Spans.Holds(step, instant));
        return new StepFacts
        {
            Evidence = step,
            Acted = acted,
            Origin = interactions.Length > 0 ? interactions[0].Begin : acted?.Action.Begin ?? Spans.BeginOf(step),
            End = Spans.EndOf(step),
            Interactions = interactions,
            Requests = [.. Requests.Where(r => Spans.Holds(step, r.Start))],
            LongFrames = [.. documents
                .SelectMany(d => d.LongFrames.Select(f => (Frame: f, d.OffsetMs)))
                .Where(f => Spans.Holds(step, f.Frame.Start + f.OffsetMs))],
        };
    }
}
