using Microsoft.Playwright;
using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Pop-ups and tabs that a run's page has opened.</summary>
internal static class Popups
{
    /// <summary>The one that was opened last; <c>null</c> where none is there in time.</summary>
    public static async Task<ObservedPage?> NewestAsync(ObservedPage page, TimeSpan timeout, TimeProvider time)
    {
        var context = page.Page.Context;
        // Listening before looking: none can come between the two.
        var opened = context.WaitForPageAsync(new() { Timeout = 0 });
        BackgroundTask.Ignore(opened);
        try
        {
            var popup = context.Pages.LastOrDefault(one => one != page.Page) ?? await opened.WaitAsync(timeout > TimeSpan.Zero ? timeout : TimeSpan.FromMilliseconds(1), time);
            await popup.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = (float)Math.Max(1, timeout.TotalMilliseconds) });
            var session = await context.NewCDPSessionAsync(popup);
            await MainThreadCounters.OpenAsync(session);
            return page with { Page = popup, Session = session };
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException)
        {
            return null;
        }
    }

    /// <summary>No pop-up was there for a step.</summary>
    public static Failure NoneOpened(Step step) => new(step.Name, FailureKind.Expectation, "expected a pop-up or a tab to act in; none was opened, or it was closed again");
}
