using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Probing;

/// <summary>The way from the probes in a context's pages to the driver.</summary>
internal sealed class ProbeChannel
{
    /// <summary>How long one frame that does not answer keeps the next from being told of a step.</summary>
    private static readonly TimeSpan BeginPatience = TimeSpan.FromMilliseconds(500);

    private readonly ProbeScript _script;
    private readonly WorkerProbe _workers;
    private readonly SharedWorkerProbe _sharedWorkers;
    private readonly ProbedDocuments _documents;
    private readonly IBrowserContext _context;
    private readonly TimeProvider _time;
    private readonly Action<string, string> _note;
    private readonly ConcurrentDictionary<IPage, ICDPSession> _sessions = new();

    /// <summary>Up to which entry the driver has those of a page's present document: told with the next question, which may meet another document.</summary>
    private readonly ConcurrentDictionary<IPage, (string Document, int Entry)> _had = new();

    private bool _hasSharedWorkers;

    /// <summary>Of one context; its documents are not probed yet.</summary>
    /// <param name="context">The context whose documents are to be probed.</param>
    /// <param name="followsCauses">Whether they follow what caused what: such a run is not to be measured.</param>
    /// <param name="time">The clock that the time limits are kept by.</param>
    /// <param name="note">Takes notes of what was left out: kind and text.</param>
    public ProbeChannel(IBrowserContext context, bool followsCauses, TimeProvider time, Action<string, string> note)
    {
        _script = new ProbeScript(followsCauses);
        FollowsCauses = followsCauses;
        (_context, _time, _note) = (context, time, note);
        _documents = new ProbedDocuments(note);
        _workers = new WorkerProbe(_documents, time);
        _sharedWorkers = new SharedWorkerProbe(_documents, time);
        Paints = new PaintQueries(_script.Key);
        Watch = new PageWatch(_script.Key, page => _sessions.GetValueOrDefault(page));
        Readiness = new ReadinessQueries(_script.Key);
    }

    /// <summary>Whether the probes follow what caused what.</summary>
    public bool FollowsCauses { get; }

    /// <summary>Asks pages when something was painted.</summary>
    public PaintQueries Paints { get; }

    /// <summary>Has pages watch what a step expects.</summary>
    public PageWatch Watch { get; }

    /// <summary>Asks pages whether they can react yet.</summary>
    public ReadinessQueries Readiness { get; }

    /// <summary>Puts the probe into every document to come.</summary>
    public Task StartAsync() => _context.AddInitScriptAsync(_script.Text);

    /// <summary>Lets a page's probes report by themselves while their document dies. Call once for each page.</summary>
    /// <returns>The page's own session with the browser, for throttling.</returns>
    public async Task<ICDPSession> ListenAsync(IPage page)
    {
        // A bare binding, not Playwright's: that one answers each call into the page, in the middle of what we measure.
        var session = await _context.NewCDPSessionAsync(page);
        _sessions[page] = session;
        page.Close += (_, _) =>
        {
            _sessions.TryRemove(page, out _);
            _had.TryRemove(page, out _);
        };
        session.Event("Runtime.bindingCalled").OnEvent += (_, message) =>
        {
            if (message is { } m && m.GetProperty("name").GetString() == _script.Binding)
                _documents.AddUnasked(m.GetProperty("payload").GetString() ?? "");
        };
        // Bindings are only reported to sessions that follow the runtime.
        await session.SendAsync("Runtime.enable");
        await session.SendAsync("Runtime.addBinding", new Dictionary<string, object> { ["name"] = _script.Binding });
        return session;
    }

    /// <summary>Tells the frames that a step begins; returns when all are told and the main frame has answered.</summary>
    /// <returns>The main frame's clock: milliseconds since the Unix epoch.</returns>
    public async Task<double> BeginAsync(IPage page)
    {
        var others = TellOthersAsync(page, _script.Asking("begin()"), null);
        // The main frame is lent the list of a node's listeners on the same way: before each step anew, so that it costs a document nothing
        // while it loads. Other frames go without, since it lists nothing of theirs.
        var now = _sessions.TryGetValue(page, out var session) ? await DirectEvaluation.ValueAsync(session, _script.Beginning(Had(page)), withTools: true) : null;
        await others;
        return now is { ValueKind: JsonValueKind.Number } ? now.Value.GetDouble() : await page.MainFrame.EvaluateAsync<double>(_script.Asking("begin()"));
    }

    /// <summary>Tells the frames that an action comes which is no interaction for the browser; returns as <see cref="BeginAsync"/> does.</summary>
    /// <param name="page">The page.</param>
    /// <param name="events">The events by which it learns of the action, the first of which is noted; none where only its start is known.</param>
    public async Task<double> ActAsync(IPage page, IReadOnlyList<string> events)
    {
        var main = page.MainFrame.EvaluateAsync<double>(_script.Asking("act(e)"), events);
        await TellOthersAsync(page, _script.Asking("act(e)"), events);
        return await main;
    }

    /// <summary>Waits until a page has painted what it made of its inputs, and no longer than it may take.</summary>
    public async Task PresentedAsync(IPage page, TimeSpan atMost)
    {
        if (!_sessions.TryGetValue(page, out var session))
            return;
        var presented = DirectEvaluation.ValueAsync(session, _script.Presenting);
        await Task.WhenAny(presented, Task.Delay(atMost, _time));
        BackgroundTask.Ignore(presented);
    }

    private async Task TellOthersAsync(IPage page, string script, object? argument)
    {
        if (page.Frames is { Count: > 1 } frames)
            BackgroundTask.Ignore(Task.WhenAll(await BoundedAsking.SendAsync(frames.Where(f => f != page.MainFrame), f => f.EvaluateAsync<double>(script, argument), BeginPatience, _time)));
    }

    /// <summary>Fetches what the frames and workers have, once the browser has reported the interactions, or the time is up.</summary>
    public async Task CollectAsync(IReadOnlyList<IPage> pages, TimeSpan atMost)
    {
        IFrame[] frames = [.. pages.Select(p => p.MainFrame), .. pages.SelectMany(p => p.Frames.Where(f => f != p.MainFrame))];
        IWorker[] workers = [.. pages.SelectMany(p => p.Workers)];
        if (Math.Max(0, frames.Length - BoundedAsking.Limit) + Math.Max(0, workers.Length - BoundedAsking.Limit) is > 0 and var leftOut)
            _note("probe", $"{leftOut} frames or workers were not asked for their measurements: at most {BoundedAsking.Limit} of each are");
        var answers = await Task.WhenAll(
            BoundedAsking.SendAsync(frames, f => CollectAsync(f, atMost), atMost, _time),
            BoundedAsking.SendAsync(workers, w => _workers.CollectAsync(w, atMost), atMost, _time));
        await Task.WhenAll(answers.SelectMany(a => a));
        if (_hasSharedWorkers && pages.Select(p => _sessions.GetValueOrDefault(p)).FirstOrDefault(s => s is not null) is { } session && _context.Browser is { } browser)
            await _sharedWorkers.CollectAsync(browser, session, atMost);
    }

    /// <summary>All documents so far, oldest first.</summary>
    public IReadOnlyList<DocumentEvidence> Documents(double originEpochMs) => _documents.ToEvidence(originEpochMs);

    private async Task CollectAsync(IFrame frame, TimeSpan atMost)
    {
        if (frame.ParentFrame is null && _sessions.TryGetValue(frame.Page, out var session)
            && await DirectEvaluation.TextAsync(session, _script.Collecting(Had(frame.Page), atMost.TotalMilliseconds)) is { } handed && ProbeChunk.Parse(handed) is { } ofMain)
        {
            _had[frame.Page] = (ofMain.Id, Take(ofMain));
            return;
        }
        // A frame may navigate in the middle of the question: then the next document is asked.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                var json = await frame.EvaluateAsync<string?>(ProbeScript.TextOf($"await window.{_script.Key}?.collect(e)"), atMost.TotalMilliseconds);
                if (json is not null && ProbeChunk.Parse(json) is { } chunk)
                    BackgroundTask.Ignore(frame.EvaluateAsync($"n => window.{_script.Key}?.forget(n)", Take(chunk)));
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

    /// <returns>Up to which entry the driver has those of the document.</returns>
    private int Take(ProbeChunk chunk)
    {
        _hasSharedWorkers |= chunk.SharedWorkers;
        return _documents.Add(chunk);
    }

    private (string Document, int Entry) Had(IPage page) => _had.TryGetValue(page, out var had) ? had : ("", 0);
}
