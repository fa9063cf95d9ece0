using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>Which time belongs to which step.</summary>
internal sealed class StepSpans
{
    private readonly List<(StepEvidence Step, double Begin)> _begun = [];
    private readonly Dictionary<StepEvidence, (double Begin, double End)> _spans = new(ReferenceEqualityComparer.Instance);

    public StepSpans(IReadOnlyList<StepEvidence> steps)
    {
        double begin = double.NegativeInfinity, earliest = double.NegativeInfinity;
        foreach (var step in steps.Where(s => s.Status != StepStatus.Skipped))
        {
            // A page that no longer answered could not say when its step began: not before the step before it had ended.
            begin = step.FromMs >= begin ? step.FromMs : earliest;
            earliest = begin + step.DurationMs;
            _begun.Add((step, begin));
        }
        for (var i = 0; i < _begun.Count; i++)
            _spans[_begun[i].Step] = (_begun[i].Begin, i + 1 < _begun.Count ? _begun[i + 1].Begin : double.PositiveInfinity);
    }

    /// <summary>The step in which an instant lies; <c>null</c> before the first.</summary>
    public StepEvidence? At(double instant) => Ascending.UpTo(_begun.Count, i => _begun[i].Begin, instant) is > 0 and var begun ? _begun[begun - 1].Step : null;

    public double BeginOf(StepEvidence step) => _spans.TryGetValue(step, out var span) ? span.Begin : step.FromMs;

    /// <summary>When the next step begins; infinity for the last.</summary>
    public double EndOf(StepEvidence step) => _spans.TryGetValue(step, out var span) ? span.End : step.FromMs;

    /// <summary>Whether an instant lies in a step; never in one that was skipped.</summary>
    public bool Holds(StepEvidence step, double instant) =>
        _spans.TryGetValue(step, out var span) && instant >= span.Begin && instant < span.End;
}
