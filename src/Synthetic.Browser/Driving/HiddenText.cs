using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Driving;

/// <summary>
/// Keeps in the evidence what a step typed only where it was seen to go into a field that shows it: a password need not come from the
/// environment to be a secret.
/// </summary>
internal static class HiddenText
{
    /// <summary>How far the driver's clock and a page's may be apart, in milliseconds; better too much is left out.</summary>
    private const double Slack = 1000;

    /// <summary>The steps, without what may be a password.</summary>
    /// <param name="steps">The steps that were run.</param>
    /// <param name="documents">What the probes saw of their keys.</param>
    public static IReadOnlyList<StepEvidence> LeftOut(IReadOnlyList<StepEvidence> steps, IReadOnlyList<DocumentEvidence> documents)
    {
        if (steps.All(step => step.Typed is null))
            return steps;
        (double At, bool IsHidden)[] keys = [.. from document in documents from input in document.Inputs where input.Name == "keydown" select (input.Start + document.OffsetMs, input.Hidden == true)];
        return [.. steps.Select(step => IsShown(step, keys) ? step : step with { Typed = null })];
    }

    // A character that no key makes goes into a field without one: of those alone it is not known where they went.
    private static bool IsShown(StepEvidence step, (double At, bool IsHidden)[] keys)
    {
        bool Within(double at, double slack) => at > step.FromMs - slack && at < step.FromMs + step.DurationMs + slack;
        return keys.Any(key => !key.IsHidden && Within(key.At, 0)) && !keys.Any(key => key.IsHidden && Within(key.At, Slack));
    }
}
