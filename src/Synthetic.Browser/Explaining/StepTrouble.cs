using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>A step that failed, and all that is known of why.</summary>
/// <param name="Step">The step.</param>
/// <param name="Error">What it threw.</param>
/// <param name="Timeout">How long it had.</param>
/// <param name="Url">The page's address.</param>
internal sealed record StepTrouble(Step Step, Exception Error, TimeSpan Timeout, string Url)
{
    /// <summary>Whether the page still answers: one in an endless loop does not.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>What a look at the page found.</summary>
    public Findings Finding { get; init; } = new();

    /// <summary>What went on beside the step.</summary>
    public Meanwhile Meanwhile { get; init; } = new();

    /// <summary>The element that was looked for; <c>null</c> where the trouble is about none.</summary>
    public static Locator? SoughtBy(Step step, Exception error) => error switch
    {
        Driving.ExpectationException expectation => expectation.Awaited.Sought,
        _ => step.Target,
    };
}
