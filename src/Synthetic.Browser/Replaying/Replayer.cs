using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Replaying;

namespace Synthetic.Browser.Replaying;

/// <summary>Answers a step's requests from a recording, each after the time that the proof's arm gives it. Requests that write reach no server.</summary>
/// <remarks>
/// By the protocol's own interception rather than the driver's routes: those leave the second request of a redirect to the
/// network, where the answer would depend on a write that was never made.
/// </remarks>
internal sealed class Replayer(Recording recording, Arm arm, TimeSpan cost, TimeProvider time)
{
    private static readonly object[] Everything = [new Dictionary<string, object> { ["urlPattern"] = "*", ["requestStage"] = "Request" }];

    private const int MostUnmatched = 3;

    private readonly ReplayMatch _match = new(recording);
    private readonly ReplayCost _cost = new();
    private readonly HoldTimes _holdTimes = new(cost, time);
    private readonly Lock _lock = new();
    private readonly List<string> _unmatched = [];
    private ReplayCounts _counts = new(0, 0, 0, 0);
    private int _writes;

    /// <summary>How the requests so far were matched.</summary>
    public ReplayCounts Counts
    {
        get
        {
            lock (_lock)
                return _counts;
        }
    }

    /// <summary>Method and address of the first requests that nothing was recorded for.</summary>
    public IReadOnlyList<string> Unmatched
    {
        get
        {
            lock (_lock)
                return [.. _unmatched];
        }
    }

    /// <summary>What replaying added to an answer's time, in milliseconds; <c>null</c> where none tells.</summary>
    public double? CostMs => _cost.MedianMs;

    /// <summary>How many requests that may write were intercepted.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>Answers the requests of one target from now on: a page, or a frame with a process of its own.</summary>
    public async Task AttachAsync(ICDPSession session)
    {
        session.Event("Fetch.requestPaused").OnEvent += (_, message) =>
        {
            if (message is { } m)
                BackgroundTask.Ignore(AnswerOrRefuseAsync(session, m, time.GetTimestamp()));
        };
        _cost.Listen(session);
        await session.SendAsync("Network.enable");
        // A service worker would answer by itself, where it can't be intercepted; its answers are in the recording.
        await session.SendAsync("Network.setBypassServiceWorker", new Dictionary<string, object> { ["bypass"] = true });
        await session.SendAsync("Fetch.enable", new Dictionary<string, object> { ["patterns"] = Everything });
    }

    private async Task AnswerOrRefuseAsync(ICDPSession session, JsonElement message, long arrived)
    {
        // Not on the driver's own thread: a page that makes this slow must not hold other runs up.
        await Task.Yield();
        try
        {
            await AnswerAsync(PausedRequest.Of(session, message), arrived);
        }
        // The boundary between the page under test and us: it may send what can't be read, or be given what the browser does not
        // accept. A request that fails tells more than one that is left hanging.
        catch (Exception)
        {
            await PausedRequest.RefuseAsync(session, message.GetProperty("requestId").GetString()!, PausedRequest.Failed);
        }
    }

    private async Task AnswerAsync(PausedRequest request, long arrived)
    {
        if (!request.IsHttp)
        {
            await request.ContinueAsync();
            return;
        }
        if (request.IsPreflight)
        {
            await request.FulfilAsync(204, ReplayedHeaders.OfPreflight(request.Headers), null);
            return;
        }
        if (!RequestMethods.OnlyRead(request.Method))
            Interlocked.Increment(ref _writes);
        if (Take(request) is not { } answer)
        {
            await (RequestMethods.OnlyRead(request.Method) ? request.ContinueAsync() : request.RefuseAsync(PausedRequest.Blocked));
            return;
        }
        var treatment = Treatment.Of(arm, answer);
        if (treatment.Blocked)
        {
            await request.RefuseAsync(PausedRequest.Blocked);
            return;
        }
        // A request that was never answered, or that the page gave up, is not answered now either: the page went on without it.
        if (answer.NeverCame)
            return;
        var (hold, late) = _holdTimes.For(TimeSpan.FromMilliseconds(treatment.HoldMs), arrived);
        _cost.Hold(request.NetworkId, hold.TotalMilliseconds);
        var left = hold - time.GetElapsedTime(arrived);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, time);
        _holdTimes.Given(late);
        // An answer that broke off breaks off again.
        if (answer.Exchange.Status is { } status && (answer.Exchange.Error is null || answer.LeftUnread))
            // Where the browser's cache gave a body for "not modified", that is what the page saw.
            await request.FulfilAsync(status == 304 && answer.Content is { Length: > 0 } ? 200 : status, answer.Headers, answer.Content);
        else
            await request.RefuseAsync(PausedRequest.Failed);
    }

    private RecordedAnswer? Take(PausedRequest request)
    {
        lock (_lock)
        {
            var taken = _match.Take(request.Method, request.Url, request.Sent);
            _counts = _counts.Plus(taken switch
            {
                { Exact: true } => new ReplayCounts(1, 0, 0, 0),
                { } => new ReplayCounts(0, 1, 0, 0),
                null when RequestMethods.OnlyRead(request.Method) => new ReplayCounts(0, 0, 1, 0),
                null => new ReplayCounts(0, 0, 0, 1),
            });
            if (taken is null && _unmatched.Count < MostUnmatched)
                _unmatched.Add($"{request.Method} {request.Url}");
            return taken?.Answer;
        }
    }
}
