using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Tracing;

/// <summary>The spans of one run.</summary>
internal sealed class RunSpans
{
    /// <summary>The part that is the run as a whole.</summary>
    public const string Root = "run";

    /// <summary>Requests that have spans; of a page out of hand the rest is only counted.</summary>
    private const int MostRequests = 1000;

    private readonly RunRecord _record;
    private readonly string _traceId;
    private readonly RunFacts? _facts;
    private readonly double _origin;

    public RunSpans(RunRecord record, string traceId)
    {
        (_record, _traceId) = (record, traceId);
        // Without an origin no page ever told its time.
        if (record.Evidence is not { OriginEpochMs: > 0 } evidence)
            return;
        _facts = new RunFacts(evidence);
        _origin = evidence.OriginEpochMs;
    }

    public IEnumerable<Span> All()
    {
        StepTrace[] steps = _facts is null ? [] : [.. _record.Steps.Zip(_facts.Steps).Where(pair => pair.First.Status != StepStatus.Skipped).Select(pair =>
            new StepTrace(pair.First, pair.Second, _traceId, SpanIds.Of(_traceId, Root), At))];
        var requests = Requests(steps);
        var (start, end) = (_record.StartedAt, _record.StartedAt.AddMilliseconds(_record.DurationMs));
        Span[] below = [.. steps.SelectMany(step => step.All()), .. requests];
        // The browser's clock and ours agree within a few ms: the run still holds all of its parts.
        start = below.Select(span => span.Start).Append(start).Min();
        end = below.Select(span => span.End).Append(end).Max();
        return below.Prepend(Run(start, end, steps));
    }

    private Span Run(DateTimeOffset start, DateTimeOffset end, StepTrace[] steps) => new()
    {
        Id = SpanIds.Of(_traceId, Root),
        Name = $"run {_record.Scenario}",
        Start = start,
        End = end,
        Attributes = new Attributes
        {
            { "synthetic.scenario", _record.Scenario },
            { "synthetic.location", _record.Location },
            { "synthetic.run.id", _record.RunId },
            { "synthetic.run.status", Words.Of(_record.Status) },
            { "synthetic.run.trigger", _record.Trigger },
            { "synthetic.run.attempt", (long)_record.Attempt },
            { "synthetic.run.requests", _facts?.Requests.Count },
            { "user_agent.synthetic.type", "test" },
            { "error.type", _record.Failure is { } failure ? Words.Of(failure.Kind) : null },
            _record.Steps.SelectMany(step => step.Interactions).SelectMany(one => one.Windows).Where(window => window.Culprit is not null).MaxBy(window => window.Ms)?.Culprit,
        }.All,
        Events = [.. _record.Budgets.Where(budget => budget.Ok == false).Select(budget => Breach(budget, steps.FirstOrDefault(step => step.Name == budget.Step)?.End ?? end))],
        Error = _record.Status is RunStatus.Failed or RunStatus.Error or RunStatus.Aborted ? _record.Failure?.Message ?? Words.Of(_record.Status) : null,
    };

    private static SpanEvent Breach(BudgetResult budget, DateTimeOffset at) => new("synthetic.budget.breached", at, new Attributes
    {
        { "synthetic.budget.metric", budget.Metric },
        { "synthetic.budget.limit", budget.Limit },
        { "synthetic.budget.actual", budget.Actual },
        { "synthetic.step.name", budget.Step },
    }.All);

    private Span[] Requests(StepTrace[] steps)
    {
        if (_facts is null)
            return [];
        var lastEnd = steps.Select(step => step.End).DefaultIfEmpty(_record.StartedAt).Max();
        string ParentOf(Request request) => steps.LastOrDefault(step => step.Holds(request))?.ParentOf(request) ?? SpanIds.Of(_traceId, Root);
        return [.. _facts.Requests.Take(MostRequests).SelectMany(request => RequestSpans.Of(request, _traceId, ParentOf(request), lastEnd, At))];
    }

    /// <summary>An instant of the run's clock.</summary>
    private DateTimeOffset At(double ms) => DateTimeOffset.UnixEpoch.AddMilliseconds(_origin + ms);
}
