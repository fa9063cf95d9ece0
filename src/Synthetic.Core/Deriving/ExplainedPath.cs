using System.Globalization;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Deriving;

/// <summary>Why the requests of a response window's path are on it.</summary>
/// <param name="Step">The name of the window's step.</param>
/// <param name="Target">A selector-like name of the element that got the input; <c>null</c> where there is none.</param>
/// <param name="Ms">The window's length in milliseconds.</param>
/// <param name="Message">The message that it waited for after them, in a few words; <c>null</c> for none.</param>
/// <param name="Requests">The requests in the order of the record's <c>path</c>; empty where the result waited for none.</param>
public sealed record ExplainedPath(string Step, string? Target, double Ms, string? Message, IReadOnlyList<ExplainedRequest> Requests)
{
    /// <summary>The paths of all response windows of a run, in their order.</summary>
    /// <param name="evidence">The run's evidence.</param>
    public static IReadOnlyList<ExplainedPath> Of(RunEvidence evidence)
    {
        evidence = EvidenceSanitizer.Of(evidence);
        var facts = new RunFacts(evidence);
        var finder = ResponseFinder.Of(evidence.Documents, facts.Requests, facts.Threads, facts.MostOfWindow);
        return [.. facts.Steps.SelectMany(step => finder
            .Of(step.Interactions, step.Evidence, step.End)
            .OfType<Response>()
            .Select(response => Of(step.Evidence.Name, response)))];
    }

    private static ExplainedPath Of(string step, Response response) => new(
        step,
        response.Interaction.Target,
        response.Paint.Instant - response.Interaction.Begin,
        response.Message is { } message ? WaitFor(message, response.Interaction.Begin) : null,
        [.. response.Path.Reverse().Select(s => new ExplainedRequest(s.Request.Id, s.Request.Title, s.Reason))]);

    private static string WaitFor(MessageEvidence message, double begin)
    {
        var brought = message.Direct ? "it was handled when the result's change was made" : "the last to come before the result's change, of those that were asked for";
        var sent = message.SentMs is { } at ? string.Create(CultureInfo.InvariantCulture, $", sent {at - begin:0.#} ms after the input") : "";
        return string.Create(CultureInfo.InvariantCulture, $"a message ({message.Transport}) from {message.Url}{sent}, received after {message.ReceivedMs - begin:0.#} ms: {brought}");
    }
}

/// <summary>A request that a result waited for.</summary>
/// <param name="Id">Its id in the record.</param>
/// <param name="Title">Its method and path.</param>
/// <param name="Reason">Why it is taken to have been waited for, in a few words.</param>
public sealed record ExplainedRequest(int Id, string Title, string Reason);
