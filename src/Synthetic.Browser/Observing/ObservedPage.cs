using Microsoft.Playwright;
using Synthetic.Browser.Probing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Observing;

/// <summary>The page that a run drives, its own session with the browser, and all that listens to it.</summary>
internal sealed record ObservedPage(IPage Page, ICDPSession Session, ProbeChannel Probes, NetworkLog Network, PageEvents Events)
{
    /// <summary>How long a step's end may wait for the browser to report its interactions.</summary>
    private static readonly TimeSpan ReportingTime = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the browser may take to say how busy a page was.</summary>
    private static readonly TimeSpan CountersTime = TimeSpan.FromMilliseconds(200);

    /// <summary>Opens a page in a context that has none yet.</summary>
    /// <param name="context">The context.</param>
    /// <param name="scenario">What the page is to be driven through.</param>
    /// <param name="followsCauses">Whether the probes follow what caused what.</param>
    /// <param name="time">The clock.</param>
    public static async Task<ObservedPage> OpenAsync(IBrowserContext context, Scenario scenario, bool followsCauses, TimeProvider time)
    {
        PageEvents? events = null;
        var probes = new ProbeChannel(context, followsCauses, time, (kind, text) => events?.Note(kind, text));
        // The page's first document is empty, and its probe costs as much as that of a page with something in it. Only a script may fill that one.
        if (scenario.Script is not null)
            await probes.StartAsync();
        var network = new NetworkLog(context, time);
        var page = await context.NewPageAsync();
        if (scenario.Script is null)
            await probes.StartAsync();
        events = new PageEvents(context, page);
        var session = await probes.ListenAsync(page);
        context.Page += (_, popup) => BackgroundTask.Ignore(probes.ListenAsync(popup));
        return new ObservedPage(page, session, probes, network, events);
    }

    /// <summary>How long the page's main thread was busy so far; <c>null</c> where the browser does not say at once.</summary>
    public async Task<MainThreadTime?> BusyAsync(TimeProvider time)
    {
        try
        {
            return await MainThreadCounters.ReadAsync(Session).WaitAsync(CountersTime, time);
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException)
        {
            return null;
        }
    }

    /// <summary>Whether the page's main thread still answers.</summary>
    public async Task<bool> AnswersAsync(TimeSpan atMost, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await Page.EvaluateAsync("0").WaitAsync(atMost, time, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (PlaywrightException)
        {
            return true;
        }
    }

    /// <summary>Lets the probes hand their measurements over; notes it as an incident where they can't.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task CollectAsync(TimeSpan atMost, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await Probes.CollectAsync(Page.Context.Pages, ReportingTime).WaitAsync(atMost, time, ct);
        }
        catch (TimeoutException)
        {
            Events.Note("probe", "the page did not hand its measurements over in time; what it sent before is kept");
        }
        catch (PlaywrightException)
        {
            Events.Note("probe", "the page went away before it handed its measurements over");
        }
        // The boundary between the page under test and us: an answer that the driver cannot read is no bug of the monitor.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Events.Note("probe", "the page handed over something that is no measurement");
        }
    }
}
