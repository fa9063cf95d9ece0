using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Finds the responses to a step's interactions.</summary>
internal sealed class ResponseFinder(ResultPaintFinder paints, CriticalPath path)
{
    /// <summary>For the steps of one run.</summary>
    public static ResponseFinder Of(IReadOnlyList<DocumentEvidence> documents, IReadOnlyList<Request> requests, MainThreads threads) =>
        new(new ResultPaintFinder(documents, threads.All), new CriticalPath(requests, threads.All));

    /// <summary>The response of each interaction, in their order; <c>null</c> where no result can be told.</summary>
    /// <param name="interactions">The step's interactions.</param>
    /// <param name="step">The step.</param>
    /// <param name="stepEnd">When the next step began; infinity for the last.</param>
    public IReadOnlyList<Response?> Of(IReadOnlyList<Interaction> interactions, StepEvidence step, double stepEnd) =>
        [.. interactions.Zip(NextBegins(interactions), (interaction, next) =>
            paints.Of(interaction, next, step, stepEnd) is { } paint ? new Response(interaction, paint, path.Of(interaction.Begin, paint)) : null)];

    /// <summary>For each interaction when the next one began; infinity where none came.</summary>
    private static double[] NextBegins(IReadOnlyList<Interaction> interactions)
    {
        var nexts = new double[interactions.Count];
        var (next, begin) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var i = interactions.Count - 1; i >= 0; i--)
        {
            if (interactions[i].Begin < begin)
                (next, begin) = (begin, interactions[i].Begin);
            nexts[i] = next;
        }
        return nexts;
    }
}
