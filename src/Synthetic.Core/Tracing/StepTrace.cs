using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Tracing;

/// <summary>The spans of one step and its interactions.</summary>
internal sealed class StepTrace
{
    private readonly StepFacts _facts;
    private readonly Span _step;
    private readonly (Span Span, double Begin, double End)[] _interactions;

    public StepTrace(StepResult step, StepFacts facts, string traceId, string parentId, Func<double, DateTimeOffset> at)
    {
        _facts = facts;
        var id = SpanIds.Of(traceId, $"step/{step.Index}");
        _interactions = [.. step.Interactions.Zip(facts.Interactions).Select((pair, n) => InteractionOf(pair.First, pair.Second, SpanIds.Of(traceId, $"step/{step.Index}/interaction/{n}"), id, at))];
        var begin = Math.Min(facts.Evidence.FromMs, facts.Origin);
        var end = _interactions.Select(one => one.End).Append(begin + step.DurationMs).Max();
        _step = new Span
        {
            Id = id,
            ParentId = parentId,
            Name = step.Name,
            Start = at(begin),
            End = at(end),
            Attributes = new Attributes
            {
                { "synthetic.step.name", step.Name },
                { "synthetic.step.index", (long)step.Index },
                { "synthetic.step.action", step.Action },
                { "synthetic.step.status", Words.Of(step.Status) },
                { "synthetic.response.duration_ms", step.Response?.Ms },
                { "synthetic.response.rating", RatingOf(step.Response) },
                { "error.type", facts.Evidence.Failure is { } failure ? Words.Of(failure.Kind) : null },
            }.All,
            Error = step.Status is StepStatus.Failed or StepStatus.Aborted ? facts.Evidence.Failure?.Message ?? Words.Of(step.Status) : null,
        };
    }

    public string Name => _step.Name;

    public DateTimeOffset End => _step.End;

    public IEnumerable<Span> All() => _interactions.Select(one => one.Span).Prepend(_step);

    public bool Holds(Request request) => _facts.Requests.Any(one => one.Id == request.Id);

    /// <summary>The interaction in whose time a request was made; the step where it was made in none's.</summary>
    public string ParentOf(Request request) =>
        _interactions.LastOrDefault(one => one.Begin <= request.Start && request.Start <= one.End).Span?.Id ?? _step.Id;

    private static (Span, double Begin, double End) InteractionOf(InteractionResult result, Interaction seen, string id, string parentId, Func<double, DateTimeOffset> at)
    {
        var end = Math.Max(seen.End, seen.Begin + (result.Response?.Ms ?? 0));
        var span = new Span
        {
            Id = id,
            ParentId = parentId,
            Name = $"{result.Type} {result.Target}".TrimEnd(),
            Start = at(seen.Begin),
            End = at(end),
            Attributes = new Attributes
            {
                { "synthetic.interaction.type", result.Type },
                { "synthetic.interaction.target", result.Target },
                { "synthetic.inp.duration_ms", result.Inp?.Ms },
                { "synthetic.inp.rating", RatingOf(result.Inp) },
                { "synthetic.response.duration_ms", result.Response?.Ms },
                { "synthetic.response.rating", RatingOf(result.Response) },
                result.Windows.Where(window => window.Culprit is not null).MaxBy(window => window.Ms)?.Culprit,
            }.All,
        };
        return (span, seen.Begin, end);
    }

    private static string? RatingOf(Window? window) => window is null ? null : Words.Of(window.Rating);
}
