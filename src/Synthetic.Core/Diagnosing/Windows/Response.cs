using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The response to an interaction: its end, and what it waited for.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="Paint">The paint that ended it.</param>
/// <param name="Path">The requests that it waited for, the latest first.</param>
/// <param name="Message">The message that it waited for after them; <c>null</c> for none.</param>
internal sealed record Response(Interaction Interaction, ResultPaint Paint, IReadOnlyList<PathStep> Path, MessageEvidence? Message = null)
{
    /// <summary>What caused the result, from its change back to the input; <c>null</c> where only the order of things tells.</summary>
    public IReadOnlyList<CauseLink>? Causes { get; init; }

    /// <summary>Whether what it waited for is known by cause.</summary>
    public bool IsCaused => Causes is not null || (Message is { Direct: true } && Path.Count == 0);
}
