using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Finds the responses to a step's interactions.</summary>
/// <param name="paints">Finds when results were painted.</param>
/// <param name="path">Finds what they waited for.</param>
/// <param name="workersPath">The same among the requests of workers.</param>
/// <param name="writesPath">The same among the requests that may have made a server push something.</param>
/// <param name="causalPath">Finds it by chains of causes.</param>
internal sealed class ResponseFinder(ResultPaintFinder paints, CriticalPath path, CriticalPath workersPath, CriticalPath writesPath, CausalPath causalPath)
{
    /// <summary>For the steps of one run.</summary>
    public static ResponseFinder Of(IReadOnlyList<DocumentEvidence> documents, IReadOnlyList<Request> requests, MainThreads threads)
    {
        CriticalPath PathAmong(Func<Request, bool> which) => new([.. requests.Where(which)], threads.All);
        var workersPath = PathAmong(request => request.DocumentId?.StartsWith(DocumentEvidence.WorkerPrefix, StringComparison.Ordinal) ?? true);
        return new ResponseFinder(
            new ResultPaintFinder(documents, threads.All),
            PathAmong(_ => true),
            workersPath,
            PathAmong(request => !RequestMethods.OnlyRead(request.Method) && request.Initiator != "beacon"),
            new CausalPath(requests, workersPath));
    }

    /// <summary>The response of each interaction, in their order; <c>null</c> where no result can be told.</summary>
    /// <param name="interactions">The step's interactions.</param>
    /// <param name="step">The step.</param>
    /// <param name="stepEnd">When the next step began; infinity for the last.</param>
    public IReadOnlyList<Response?> Of(IReadOnlyList<Interaction> interactions, StepEvidence step, double stepEnd) =>
        [.. interactions.Zip(NextBegins(interactions), (interaction, next) =>
            paints.Of(interaction, next, step, stepEnd) is { } paint ? Of(interaction, paint, step.Causes) : null)];

    private Response Of(Interaction interaction, ResultPaint paint, IReadOnlyList<CauseLink>? causes)
    {
        // The chain belongs to what the step expects.
        if (causes is not null && paint.Source == ResponseSource.Expectation && causalPath.Of(interaction, paint, causes) is { } caused)
            return caused;
        var requests = path.Of(interaction.Begin, paint);
        // The message whose own task made the change brought it, whatever ended beside; another one only if nothing ended later.
        if (paint.Message is not { } message || !(message.Direct || (IsNear(message, paint) && !(requests is [var last, ..] && last.Request.End > message.ReceivedMs))))
            return new Response(interaction, paint, requests);
        // A worker asks for what it needs while the page waits for it. A server does so unseen; what it pushes, a write may have caused.
        var (among, until) = message switch
        {
            { Transport: "worker" } => (workersPath, message.ReceivedMs),
            { SentMs: { } sent } => (path, sent),
            _ => (writesPath, message.ReceivedMs),
        };
        var before = new ResultPaint(until, paint.Source, paint.PrecisionMs, until);
        return new Response(interaction, paint, among.Of(interaction.Begin, before), message);
    }

    private static bool IsNear(MessageEvidence message, ResultPaint paint) => paint.Changed - message.ReceivedMs <= Tolerances.Adjacent;

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
