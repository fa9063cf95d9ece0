using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Driving;

/// <summary>Leaves out of the evidence what was typed into a password field: it need not come from the environment to be a secret.</summary>
internal static class HiddenText
{
    /// <summary>How far the driver's clock and a page's may be apart, in milliseconds; better too much is left out.</summary>
    private const double Slack = 1000;

    public static IReadOnlyList<StepEvidence> LeftOut(IReadOnlyList<StepEvidence> steps, IReadOnlyList<DocumentEvidence> documents)
    {
        double[] hidden = [.. from document in documents from input in document.Inputs where input.Hidden == true select input.Start + document.OffsetMs];
        return hidden.Length == 0 ? steps :
        [
            .. steps.Select(step => hidden.Any(at => at > step.FromMs - Slack && at < step.FromMs + step.DurationMs + Slack) ? step with { Typed = null } : step),
        ];
    }
}
