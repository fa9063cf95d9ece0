using Synthetic.Browser.Observing;
using Synthetic.Browser.Probing;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Waits before a step's action until the page can react to it.</summary>
internal sealed class ReadyWait(ObservedPage page, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits.</summary>
    /// <param name="step">The step, with what it waits for.</param>
    /// <param name="atMost">How long it may take.</param>
    /// <returns>How long it took, in milliseconds; <c>null</c> where there was nothing to wait for.</returns>
    /// <exception cref="NotReadyException">The page was not ready in time.</exception>
    public async Task<double?> WaitAsync(Step step, TimeSpan atMost)
    {
        if (step.Ready is not { } readiness)
            return null;
        var began = time.GetTimestamp();
        var last = ReadyAnswer.NoElement;
        while (true)
        {
            var left = atMost - time.GetElapsedTime(began);
            var answer = await AskAsync(readiness, step, left);
            var waited = time.GetElapsedTime(began);
            // The last question has little time: that it was not answered says less than the answer before.
            if (answer == ReadyAnswer.NoElement && waited >= atMost)
                answer = last;
            last = answer;
            if (answer == ReadyAnswer.Ready)
                return Math.Round(waited.TotalMilliseconds, 1);
            if (answer == ReadyAnswer.Unknown || waited >= atMost)
                throw new NotReadyException(Why(readiness, answer, step));
            await Task.Delay(Pause, time);
        }
    }

    private async Task<ReadyAnswer> AskAsync(PageReadiness readiness, Step step, TimeSpan left)
    {
        var answer = readiness switch
        {
            PageReadiness.Listeners => await page.Probes.Readiness.ListeningAsync(
                step.Target is { } target ? page.Page.Locate(target) : page.Page.Locator("body"), ActionEvents.ReactedToBy(step.Action), left),
            PageReadiness.Quiet => await page.Probes.Readiness.QuietAsync(page.Page, left),
        };
        // The browser's first page is empty and has no probe: there is nothing to wait for.
        if (answer == ReadyAnswer.Unknown && readiness == PageReadiness.Quiet && page.Page.Url == "about:blank")
            return ReadyAnswer.Ready;
        // What is on its way the network alone sees: a module that another one asked for has no element.
        return answer == ReadyAnswer.Ready && readiness == PageReadiness.Quiet && page.Network.LoadsScripts ? ReadyAnswer.Waiting : answer;
    }

    private static string Why(PageReadiness readiness, ReadyAnswer answer, Step step) => (readiness, answer) switch
    {
        (PageReadiness.Quiet, _) => "the page did not become quiet: it went on loading scripts, or its main thread was busy again and again",
        (_, ReadyAnswer.NoElement) => $"{step.Target} was not there, so that nothing could listen on it",
        (_, ReadyAnswer.Unknown) => $"whether anything listens on {step.Target} can't be told, as in a frame: wait for \"quiet\" instead",
        (PageReadiness.Listeners, ReadyAnswer.Ready or ReadyAnswer.Waiting) => $"the page was not ready: nothing listened to {ActionEvents.ReactedToBy(step.Action)[^1]} events on {step.Target?.ToString() ?? "the page"}",
    };
}

/// <summary>The page could not react in time to what a step was to do.</summary>
/// <param name="message">Why.</param>
internal sealed class NotReadyException(string message) : Exception(message);
