using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>
/// Reads a step's action where the browser counts no interaction of it: a field filled at once, a page that was opened. It is told as an
/// interaction whose one input waits for nothing, so that its response is found and divided as any other.
/// </summary>
internal static class ActedStep
{
    /// <summary>What interactions that are none for the browser are called.</summary>
    public const string Type = "action";

    /// <summary>The action and what its begin was taken from; <c>null</c> where nothing is known of it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="documents">The run's documents.</param>
    /// <param name="holds">Whether an instant lies in the step.</param>
    public static (Interaction Action, ResponseStart From)? Of(StepEvidence step, IReadOnlyList<DocumentEvidence> documents, Func<double, bool> holds)
    {
        if (step is not { Expects: true, ActedMs: { } acted })
            return null;
        var (document, note) = documents
            .SelectMany(d => (d.Actions ?? []).Select(a => (Document: d, Note: a)))
            .Where(n => n.Note.Start + n.Document.OffsetMs is var at && holds(at) && at >= acted - Tolerances.SameInstant)
            .OrderBy(n => n.Note.Start + n.Document.OffsetMs)
            .FirstOrDefault();
        return note is not null
            ? (At(note.Start + document.OffsetMs, document, note.Target), ResponseStart.Input)
            : (At(acted, documents.LastOrDefault(d => d.Top && d.OffsetMs <= acted), null), ResponseStart.Action);
    }

    private static Interaction At(double begin, DocumentEvidence? document, string? target) => new()
    {
        DocumentId = document?.Id ?? "",
        Type = Type,
        Target = target,
        Source = InteractionSource.Estimated,
        Inputs = [new TimedInput(begin, begin, begin, begin)],
        Start = begin,
        ProcessingStart = begin,
        ProcessingEnd = begin,
        End = begin,
    };
}
