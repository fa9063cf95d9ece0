using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Probing;

/// <summary>The way from the probes in a context's pages to the driver.</summary>
internal sealed class ProbeChannel
{
    /// <summary>Characters taken a run from pages that speak up by themselves: hundreds of times what the probe says.</summary>
    private const int SpokenLimit = 20_000_000;

    /// <summary>Documents kept a run that were heard of in that way only.</summary>
    private const int SpokenDocuments = 500;

    /// <summary>How long to look for an element that was there a moment ago, in milliseconds.</summary>
    private const float Glance = 500;

    private readonly ProbeScript _script = new();
    private readonly ConcurrentDictionary<string, DocumentLog> _documents = new();
    private readonly ConditionalWeakTable<IWorker, AskedWorker> _workers = [];
    private readonly IBrowserContext _context;
    private readonly TimeProvider _time;
    private readonly Action<string, string> _note;
    private long _spoken;

    private ProbeChannel(IBrowserContext context, TimeProvider time, Action<string, string> note) =>
        (_context, _time, _note) = (context, time, note);

    /// <summary>Puts the probe into every document to come.</summary>
    /// <param name="context">The context whose documents are probed.</param>
    /// <param name="time">The clock that the time limits are kept by.</param>
    /// <param name="note">Takes notes of what was left out: kind and text.</param>
    public static async Task<ProbeChannel> OpenAsync(IBrowserContext context, TimeProvider time, Action<string, string> note)
    {
        var channel = new ProbeChannel(context, time, note);
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
                Hear(m.GetProperty("payload").GetString() ?? "");
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
            Unawaited.Forget(frame.EvaluateAsync<double>(script));
        return await main;
    }

    /// <summary>When the element's present look was painted; <c>null</c> where it was there before the step.</summary>
    public async Task<PaintedResult?> PaintedAsync(ILocator locator, string? text)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAsync<string?>(TextOf($"await window.{_script.Key}?.painted(e, text)"), text, new() { Timeout = Glance }));
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It was there and is gone again, as short messages are: the step has seen it, only nobody can be asked when.
            return null;
        }
    }

    /// <summary>The same, for an element that a handle was kept of.</summary>
    public async Task<PaintedResult?> PaintedAsync(IElementHandle element) =>
        PaintedResult.Parse(await element.EvaluateAsync<string?>(TextOf($"await window.{_script.Key}?.painted(e, null)")));

    /// <summary>Before the action: watches what is to become visible, or hidden, in the frame where it is looked for.</summary>
    /// <param name="locator">How it is found.</param>
    /// <param name="what">Which part of what the step expects; <c>hidden</c> waits for the opposite.</param>
    /// <param name="selector">The same for style sheets, where they can tell: it also finds what comes later.</param>
    /// <param name="text">What it has to say; <c>null</c> for anything.</param>
    public async Task WatchAsync(ILocator locator, string what, string? selector, string? text)
    {
        try
        {
            await locator.EvaluateAllAsync<string?>(
                $"(found, [what, selector, text]) => {{ window.{_script.Key}?.watch(what, selector, text, found); return null; }}", (string?[])[what, selector, text]);
        }
        catch (PlaywrightException)
        {
            // Its frame is not there yet, or it is no locator at all: the wait will tell.
        }
    }

    /// <summary>Since when that holds; <c>null</c> where it did before, or where that can't be told.</summary>
    public async Task<PaintedResult?> SinceAsync(ILocator locator, string what)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAllAsync<string?>(TextOf($"await window.{_script.Key}?.since(text)"), what));
        }
        catch (PlaywrightException)
        {
            // The page went on; the next one tells when it was painted.
            return null;
        }
    }

    /// <summary>When the page last painted a change.</summary>
    public async Task<double?> LastPaintAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{_script.Key}?.lastPaint() ?? null");

    /// <summary>When the page first painted under its present address; <c>null</c> where that was its load.</summary>
    public async Task<double?> AddressPaintedAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{_script.Key}?.addressPainted() ?? null");

    /// <summary>Fetches what every frame has, once the browser has reported the interactions, or the time is up.</summary>
    public Task CollectAsync(IReadOnlyList<IPage> pages, TimeSpan atMost) => Task.WhenAll(
        pages.SelectMany(p => p.Frames).Select(f => CollectAsync(f, atMost))
            .Concat(pages.SelectMany(p => p.Workers).Select(w => CollectAsync(w, atMost))));

    /// <summary>All documents so far, oldest first.</summary>
    public IReadOnlyList<DocumentEvidence> Documents(double originEpochMs) =>
        [.. _documents.Values
            .Select(d => { lock (d) return d.ToEvidence(originEpochMs); })
            .OrderBy(d => d.OffsetMs).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>A function that gives a text or nothing: a page may have put something else in the probe's place.</summary>
    private static string TextOf(string answer) => $"async (e, text) => {{ const answer = {answer}; return typeof answer === 'string' ? answer : null; }}";

    private async Task CollectAsync(IFrame frame, TimeSpan atMost)
    {
        // A frame may navigate in the middle of the question: then the next document is asked.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                var json = await frame.EvaluateAsync<string?>(TextOf($"await window.{_script.Key}?.collect(e)"), atMost.TotalMilliseconds);
                if (json is not null && ProbeChunk.Parse(json) is { } chunk)
                    Unawaited.Forget(frame.EvaluateAsync($"n => window.{_script.Key}?.forget(n)", Take(chunk).Highest));
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

    private async Task CollectAsync(IWorker worker, TimeSpan atMost)
    {
        var asked = _workers.GetValue(worker, _ => new AskedWorker());
        // One that calculates for minutes, or sleeps until it is called, is waited for once. If it answers, that still counts.
        if (!asked.Answer.IsCompleted)
            return;
        asked.Answer = AskAsync(worker, asked.Id);
        await Task.WhenAny(asked.Answer, Task.Delay(atMost, _time));
    }

    private async Task AskAsync(IWorker worker, string id)
    {
        try
        {
            if (await worker.EvaluateAsync<string?>(ProbeScript.OfWorker, id) is { } json && ProbeChunk.Parse(json) is { } chunk && chunk.Id == id)
                Take(chunk);
        }
        // The boundary between the page under test and us: it has ended, or it makes the driver throw. What it asked for, the
        // network saw too.
        catch (Exception)
        {
        }
    }

    /// <summary>Takes what a page says by itself: nothing it says may throw, for that would end the browser's connection.</summary>
    private void Hear(string json)
    {
        if (Interlocked.Add(ref _spoken, json.Length) > SpokenLimit)
        {
            _note("probe", "the page sent more measurements by itself than a probe does; the rest was left out");
            return;
        }
        if (ProbeChunk.Parse(json) is { } chunk && (_documents.ContainsKey(chunk.Id) || _documents.Count < SpokenDocuments))
            Take(chunk);
    }

    private DocumentLog Take(ProbeChunk chunk)
    {
        var log = _documents.GetOrAdd(chunk.Id, _ => new DocumentLog(chunk));
        lock (log)
            log.Add(chunk);
        return log;
    }
}

/// <summary>A worker, by the id that its chunks have, and its latest answer: under way until it has given it.</summary>
internal sealed class AskedWorker
{
    public string Id { get; } = $"worker-{Guid.CreateVersion7()}";

    public Task Answer { get; set; } = Task.CompletedTask;
}
