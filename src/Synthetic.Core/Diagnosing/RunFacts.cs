using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing;

/// <summary>A run's evidence on one clock, dealt out to its steps.</summary>
internal sealed class RunFacts
{
    private readonly Dictionary<double, ScriptLoads> _scripts = [];

    public RunFacts(RunEvidence evidence)
    {
        Spans = new StepSpans(evidence.Steps);
        Interactions = InteractionReader.Of(evidence, Spans);
        Requests = RequestJoin.Of(evidence);
        RequestsById = Requests.ToDictionary(r => r.Id);
        Threads = new MainThreads(evidence.Documents);
        MostOfWindow = WindowLimit.Of(Interactions.Count);
        Steps = StepsOf(evidence);
    }

    public StepSpans Spans { get; }

    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>All of the run: a window may have to wait for one sent before its step.</summary>
    public IReadOnlyList<Request> Requests { get; }

    public IReadOnlyDictionary<int, Request> RequestsById { get; }

    public MainThreads Threads { get; }

    public IReadOnlyList<StepFacts> Steps { get; }

    /// <summary>How many things one window looks at.</summary>
    public int MostOfWindow { get; }

    /// <summary>How many of the driven interactions were seen.</summary>
    public Coverage Coverage()
    {
        // The driver's own count is a floor: a script may click as it likes, and only the probe counts that.
        var missed = Steps.Sum(s => Math.Max(0, s.Evidence.DrivenInteractions - s.Interactions.Count));
        var observed = Interactions.Count(i => i.Source == InteractionSource.EventTiming);
        return new Coverage(Interactions.Count + missed, observed, Interactions.Count - observed, missed);
    }

    /// <summary>The scripts of an interaction's step and those before.</summary>
    public ScriptLoads ScriptsOf(Interaction interaction)
    {
        var end = Spans.At(interaction.Begin) is { } step ? Spans.EndOf(step) : double.PositiveInfinity;
        if (!_scripts.TryGetValue(end, out var scripts))
            _scripts[end] = scripts = new ScriptLoads(Requests, end);
        return scripts;
    }

    private IReadOnlyList<StepFacts> StepsOf(RunEvidence evidence)
    {
        var interactions = Interactions.ToLookup(i => Spans.At(i.Begin), ReferenceEqualityComparer.Instance);
        var requests = Requests.ToLookup(r => Spans.At(r.Start), ReferenceEqualityComparer.Instance);
        var frames = evidence.Documents
            .SelectMany(d => d.LongFrames.Select(f => (Frame: f, d.OffsetMs)))
            .ToLookup(f => Spans.At(f.Frame.Start + f.OffsetMs), ReferenceEqualityComparer.Instance);
        return [.. evidence.Steps.Select(step => FactsOf(step, evidence.Documents, [.. interactions[step]], [.. requests[step]], [.. frames[step]]))];
    }

    private StepFacts FactsOf(
        StepEvidence step, IReadOnlyList<DocumentEvidence> documents, Interaction[] interactions, Request[] requests, (LongFrame Frame, double OffsetMs)[] frames)
    {
        var acted = ActedStep.Of(step, documents, instant => Spans.Holds(step, instant));
        return new StepFacts
        {
            Evidence = step,
            Acted = acted,
            Origin = interactions.Length > 0 ? interactions[0].Begin : acted?.Action.Begin ?? Spans.BeginOf(step),
            End = Spans.EndOf(step),
            Interactions = interactions,
            Requests = requests,
            LongFrames = frames,
        };
    }
}
