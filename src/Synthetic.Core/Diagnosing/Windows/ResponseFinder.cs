using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Finds the responses to a step's interactions.</summary>
/// <param name="paints">Finds when results were painted.</param>
/// <param name="path">Finds what they waited for.</param>
/// <param name="answers">The same among the requests of whoever sent a message.</param>
/// <param name="writesPath">The same among the requests that may have made a server push something.</param>
/// <param name="causalPath">Finds it by chains of causes.</param>
/// <param name="fonts">Finds the fonts that texts waited for.</param>
internal sealed class ResponseFinder(ResultPaintFinder paints, CriticalPath path, AnswerPaths answers, CriticalPath writesPath, CausalPath causalPath, AwaitedFonts fonts)
{
    /// <summary>For the steps of one run.</summary>
    /// <param name="documents">All documents of the run.</param>
    /// <param name="requests">All requests of the run.</param>
    /// <param name="threads">The work of all documents.</param>
    /// <param name="most">Over how many requests a path goes back.</param>
    public static ResponseFinder Of(IReadOnlyList<DocumentEvidence> documents, IReadOnlyList<Request> requests, MainThreads threads, int most)
    {
        CriticalPath PathAmong(Func<Request, bool> which) => new([.. requests.Where(which)], threads.All, most);
        var answers = new AnswerPaths(documents, requests, threads.All, most);
        return new ResponseFinder(
            new ResultPaintFinder(documents, threads.All),
            PathAmong(_ => true),
            answers,
            PathAmong(request => !RequestMethods.OnlyRead(request.Method) && request.Initiator != "beacon"),
            new CausalPath(requests, answers, most),
            new AwaitedFonts(requests));
    }

    /// <summary>The response of each interaction, in their order; <c>null</c> where no result can be told.</summary>
    /// <param name="interactions">The step's interactions.</param>
    /// <param name="step">The step.</param>
    /// <param name="stepEnd">When the next step began; infinity for the last.</param>
    public IReadOnlyList<Response?> Of(IReadOnlyList<Interaction> interactions, StepEvidence step, double stepEnd)
    {
        var answered = Answered(interactions, step, stepEnd);
        return [.. interactions.Zip(NextBegins(interactions), (interaction, next) => answered is null || ReferenceEquals(answered, interaction)
            ? Of(interaction, answered is null ? next : double.PositiveInfinity, step, stepEnd)
            : null)];
    }

    /// <summary>The key that what the step expects belongs to, of several that it typed; <c>null</c> where it typed none, or expects nothing whose paint is known.</summary>
    private Interaction? Answered(IReadOnlyList<Interaction> interactions, StepEvidence step, double stepEnd)
    {
        Interaction[] keys = [.. interactions.Where(i => i.Type == "keyboard")];
        return TypedKeys.In(step) && keys.Length > 1 && step.ExpectationPaintedMs > keys[0].Begin
            && Of(keys[0], double.PositiveInfinity, step, stepEnd) is { } all ? AnsweredKey.Of(keys, all) : null;
    }

    private Response? Of(Interaction interaction, double next, StepEvidence step, double stepEnd) =>
        paints.Of(interaction, next, step, stepEnd) is { } paint ? Of(interaction, paint, step) : null;

    /// <summary>What it waited for brought the paint; coming to rest is a wait of its own after that.</summary>
    private Response Of(Interaction interaction, ResultPaint paint, StepEvidence step)
    {
        var response = Of(interaction, paint, step.Causes);
        return step.ExpectsRest == true ? response with { Paint = response.Paint.AtRest() } : response;
    }

    private Response Of(Interaction interaction, ResultPaint paint, IReadOnlyList<CauseLink>? causes)
    {
        if (fonts.Of(paint, interaction.Begin) is { } font)
        {
            // What went before is what brought the text: its font was asked for when it was laid out.
            var text = paint with { Instant = font.Start, Changed = font.Start, Font = null, Message = paint.Message?.ReceivedMs <= font.Start ? paint.Message : null };
            var before = font.Start > interaction.Begin ? Of(interaction, text, causes) : new Response(interaction, text, []);
            return before with { Paint = paint, Path = [new PathStep(font, PathReasons.Font(paint.Font!)), .. before.Path] };
        }
        // The chain belongs to what the step expects.
        if (causes is not null && paint.Source == ResponseSource.Expectation && causalPath.Of(interaction, paint, causes) is { } caused)
            return caused;
        var requests = path.Of(interaction.Begin, paint);
        // The message whose own task made the change brought it, whatever ended beside; another one only if nothing ended later.
        if (paint.Message is not { } message || !(message.Direct || (IsNear(message, paint) && !(requests is [var last, ..] && last.Request.End > message.ReceivedMs))))
            return new Response(interaction, paint, requests);
        return new Response(interaction, paint, message.IsServers ? Before(message, interaction, paint) : answers.Of(message, interaction, paint), message);
    }

    /// <summary>What a page waited for before it sent something to a server; where it sent nothing, a write may have made the server push.</summary>
    private IReadOnlyList<PathStep> Before(MessageEvidence message, Interaction interaction, ResultPaint paint)
    {
        var until = message.SentMs ?? message.ReceivedMs;
        return (message.SentMs is null ? writesPath : path).Of(interaction.Begin, new ResultPaint(until, paint.Source, paint.PrecisionMs, until));
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
