using Microsoft.Playwright;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Makes a failure of the error that a step ended with.</summary>
internal static class StepFailures
{
    /// <summary>Names the failure.</summary>
    /// <param name="step">The step under way.</param>
    /// <param name="error">What it threw.</param>
    /// <param name="timeout">How long it had.</param>
    /// <param name="answers">Whether the page still answers: one in an endless loop does not.</param>
    /// <param name="troubles">What went wrong in the network meanwhile.</param>
    /// <param name="url">The page's address.</param>
    public static Failure Of(
        Step step, Exception error, TimeSpan timeout, bool answers, IReadOnlyList<string> troubles, string url)
    {
        var within = $"within {Duration(timeout)}";
        var (kind, message) = error switch
        {
            TimeUsedUpException e => (FailureKind.Timeout, e.Message),
            ExpectationException or TimeoutException or NotReadyException when !answers =>
                (FailureKind.Timeout, $"the page's main thread was busy and answered nothing {within}"),
            ExpectationException e => (FailureKind.Expectation, $"{e.Message} {within}"),
            NotReadyException e => (FailureKind.Timeout, $"{e.Message} {within}"),
            TimeoutException when Loads(step.Action) => (FailureKind.Timeout, $"the page did not finish loading {within}"),
            TimeoutException e when step.Action == StepAction.Code => (FailureKind.Timeout, $"its code did not end {within}: {Reason(e.Message)}"),
            TimeoutException e => (FailureKind.Timeout, $"could not {step.Action.ToString().ToLowerInvariant()} {step.Target} {within}: {Reason(e.Message)}"),
            PlaywrightException e when Text.NetError(e.Message) is { } net => (FailureKind.Navigation, $"{net} at {(step.Values is [var address, ..] ? address : url)}"),
            PlaywrightException e when e.GetType().Name == "TargetClosedException" || e.Message.Contains("crashed", StringComparison.OrdinalIgnoreCase) =>
                (FailureKind.Browser, "the browser or the page's process went away"),
            PlaywrightException e when Loads(step.Action) => (FailureKind.Navigation, Text.FirstLine(e.Message)),
            _ => (FailureKind.Script, Text.FirstLine(error.Message)),
        };
        if (troubles.Count > 0 && kind is FailureKind.Expectation or FailureKind.Timeout)
            message = $"{message}; {string.Join("; ", troubles)}";
        return new Failure(step.Name, kind, Text.Bounded(message), Text.Bounded(url));
    }

    private static bool Loads(StepAction action) => action is StepAction.Goto or StepAction.Reload or StepAction.Back;

    private static string Duration(TimeSpan time) => time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.#} s" : $"{time.TotalMilliseconds:0} ms";

    /// <summary>The last thing that Playwright's call log says it saw: covered, hidden, not there.</summary>
    private static string Reason(string message)
    {
        var lines = message.Split('\n')
            .Select(l => l.Trim().TrimStart('-').Trim())
            .Where(l => l.Length > 0 && !l.StartsWith("Call log", StringComparison.OrdinalIgnoreCase))
            .Skip(1)
            .ToArray();
        if (lines.LastOrDefault(l => l.Contains("intercepts", StringComparison.Ordinal) || l.StartsWith("element is", StringComparison.Ordinal)) is { } seen)
            return seen;
        if (lines.Any(l => l.StartsWith("locator resolved", StringComparison.Ordinal)))
            return lines[^1];
        return lines.Any(l => l.StartsWith("waiting for", StringComparison.Ordinal)) ? "no such element on the page" : "it did not end";
    }
}

/// <summary>The run's time was used up before a step began.</summary>
/// <param name="timeout">What the whole run had.</param>
internal sealed class TimeUsedUpException(TimeSpan timeout)
    : Exception($"the {timeout.TotalSeconds:0.#} s of the run were used up before this step");
