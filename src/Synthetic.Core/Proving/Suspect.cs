using Synthetic.Core.Diagnosing;
using Synthetic.Core.Running;

namespace Synthetic.Core.Proving;

/// <summary>Who is blamed for a step's longest window of one sort.</summary>
/// <param name="Window">Which sort.</param>
/// <param name="Ms">The window's length, in milliseconds.</param>
/// <param name="Timeline">Where its time went.</param>
/// <param name="Culprit">The blamed.</param>
internal sealed record Suspect(ProofWindow Window, double Ms, IReadOnlyList<Segment> Timeline, Culprit Culprit)
{
    /// <summary>The suspects of a step; none where every window is instant.</summary>
    public static IReadOnlyList<Suspect> In(StepResult step)
    {
        var inp = step.Interactions.Select(i => i.Inp).OfType<InpWindow>().MaxBy(w => w.Ms);
        var response = step.Interactions.Select(i => i.Response).OfType<ResponseWindow>().MaxBy(w => w.Ms);
        return
        [
            .. inp?.Culprit is { } first ? [new Suspect(ProofWindow.Inp, inp.Ms, inp.Timeline, first)] : Array.Empty<Suspect>(),
            .. response?.Culprit is { } second ? [new Suspect(ProofWindow.Response, response.Ms, response.Timeline, second)] : Array.Empty<Suspect>(),
        ];
    }

    /// <summary>What one run of a step measured: the longest window of each sort.</summary>
    public static Measuring.ArmRun Measure(StepResult step) => new(
        step.Interactions.Select(i => i.Inp?.Ms).Max(),
        step.Interactions.Select(i => i.Response?.Ms).Max());
}

/// <summary>The two windows of an interaction.</summary>
public enum ProofWindow
{
    /// <summary>Input to next paint.</summary>
    Inp,
    /// <summary>Input to result.</summary>
    Response,
}
