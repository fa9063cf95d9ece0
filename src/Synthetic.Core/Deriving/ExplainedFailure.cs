using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Deriving;

/// <summary>A step's failure, with what its interactions say of the reason.</summary>
internal static class ExplainedFailure
{
    /// <summary>Characters of a message, as everywhere.</summary>
    private const int LongestMessage = 1000;

    /// <summary>The failure.</summary>
    /// <param name="failure">As the driver gave it; <c>null</c> for none.</param>
    /// <param name="step">The step.</param>
    public static Failure? Of(Failure? failure, StepResult step)
    {
        // What came of the last input is what the step waited for in vain.
        if (failure is not { Kind: FailureKind.Expectation } || step.Interactions is not [.., { Lost: { } lost } last])
            return failure;
        return failure with { Message = PlainText.Head($"{failure.Message}; {lost.Say(last.Type, last.Target)}; {lost.Advise()}", LongestMessage) };
    }
}
