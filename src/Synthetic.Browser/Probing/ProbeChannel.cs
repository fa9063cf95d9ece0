using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Probing;

/// <summary>The way from the probes in a context's pages to the driver.</summary>
internal sealed class ProbeChannel
{
    private readonly ProbeScript _script = new();
    private readonly ConcurrentDictionary<string, DocumentLog> _documents = new();
    private readonly IBrowserContext _context;

    private ProbeChannel(IBrowserContext context) => _context = context;

    /// <summary>Puts the probe into every document to come.</summary>
    public static async Task<ProbeChannel> OpenAsync(IBrowserContext context)
    {
        var channel = new ProbeChannel(context);
        await context.AddInitScriptAsync(channel._script.Text);
        return channel;
    }

    /// <summary>Lets a page's probes speak while their document dies. Call once for each page.</summary>
    /// <returns>The page's own session with the browser, for throttling.</returns>
    public async Task<ICDPSession> ListenAsync(IPage page)
    {
        // A bare binding, not Playwright's: that one answers each call into the page, in the middle of what we measure.
        var session = await _context.NewCDPSessionAsync(page);
        session.Event("Runtime.bindingCalled").OnEvent += (_, message) =>
        {
            if (message is { } m && m.GetProperty("name").GetString() == _script.Binding)
                Take(m.GetProperty("payload").GetString() ?? "");
        };
        // Bindings are only reported to sessions that follow the runtime.
        await session.SendAsync("Runtime.enable");
        await session.SendAsync("Runtime.addBinding", new Dictionary<string, object> { ["name"] = _script.Binding });
        return session;
    }

    /// <summary>Tells every frame that a step begins.</summary>
    /// <returns>The main frame's clock: milliseconds since the Unix epoch.</returns>
    public async Task<double> BeginAsync(IPage page)
    {
        var script = $"() => window.{_script.Key}?.begin() ?? performance.timeOrigin + performance.now()";
        var main = page.MainFrame.EvaluateAsync<double>(script);
        foreach (var frame in page.Frames.Where(f => f != page.MainFrame))
            Forgotten(frame.EvaluateAsync<double>(script));
        return await main;
    }

    /// <summary>When the element's present look was painted; <c>null</c> where it was there before the step.</summary>
    public async Task<double?> PaintedAsync(ILocator locator, string? text) =>
        await locator.EvaluateAsync<double?>($"(e, text) => window.{_script.Key}?.painted(e, text) ?? null", text);

    /// <summary>The same, for an element that a handle was kept of.</summary>
    public async Task<double?> PaintedAsync(IElementHandle element) =>
        await element.EvaluateAsync<double?>($"e => window.{_script.Key}?.painted(e, null) ?? null");

    /// <summary>When the page last painted a change.</summary>
    public async Task<double?> LastPaintAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{_script.Key}?.lastPaint() ?? null");

    /// <summary>When the page first painted under its present address; <c>null</c> where that was its load.</summary>
    public async Task<double?> AddressPaintedAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{_script.Key}?.addressPainted() ?? null");

    /// <summary>Fetches what every frame has, once the browser has reported the interactions, or the time is up.</summary>
    public Task CollectAsync(IEnumerable<IPage> pages, TimeSpan atMost) =>
        Task.WhenAll(pages.SelectMany(p => p.Frames).Select(f => CollectAsync(f, atMost)));

    /// <summary>All documents so far, oldest first.</summary>
    public IReadOnlyList<DocumentEvidence> Documents(double originEpochMs) =>
        [.. _documents.Values
            .Select(d => { lock (d) return d.ToEvidence(originEpochMs); })
            .OrderBy(d => d.OffsetMs).ThenBy(d => d.Id, StringComparer.Ordinal)];

    private async Task CollectAsync(IFrame frame, TimeSpan atMost)
    {
        // A frame may navigate in the middle of the question: then the next document is asked.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                var json = await frame.EvaluateAsync<string?>(
                    $"ms => window.{_script.Key}?.collect(ms) ?? null", atMost.TotalMilliseconds);
                if (json is null)
                    return;
                var log = Take(json);
                if (log is not null)
                    Forgotten(frame.EvaluateAsync($"n => window.{_script.Key}?.forget(n)", log.Highest));
                return;
            }
            catch (PlaywrightException) when (!frame.IsDetached)
            {
            }
            catch (PlaywrightException)
            {
                return;
            }
        }
    }

    private DocumentLog? Take(string json)
    {
        if (ProbeChunk.Parse(json) is not { } chunk || _documents.Count > 500)
            return null;
        var log = _documents.GetOrAdd(chunk.Id, _ => new DocumentLog(chunk));
        lock (log)
            log.Add(chunk);
        return log;
    }

    /// <summary>For questions whose answer nobody needs: a frame that went away meanwhile is no error.</summary>
    private static void Forgotten(Task task) =>
        task.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
