using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Explaining;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Browser.Observing;

/// <summary>A request and what is known of its answer so far. Safe for use by many threads.</summary>
/// <param name="number">Its place among the run's requests, from 1.</param>
/// <param name="request">The driver's account of it.</param>
/// <param name="seen">When it began, by the driver's clock.</param>
internal sealed class NotedRequest(int number, IRequest request, DateTimeOffset seen)
{
    /// <summary>What is said of one without an answer, after its address.</summary>
    public const string Unanswered = "is not answered yet";

    private const string Aborted = "net::ERR_ABORTED";

    private volatile IResponse? _response;
    private volatile bool _ended;
    private volatile string? _serverTiming;
    private volatile string? _traceParent;

    public int Number => number;

    public string Url => request.Url;

    public bool StreamsEvents => !_ended && request.ResourceType == "eventsource";

    public bool LoadsScript => !_ended && request.ResourceType == "script";

    /// <summary>The next address, where a page was redirected; <c>null</c> for none.</summary>
    public string? RedirectsPageTo => request.IsNavigationRequest ? request.RedirectedTo?.Url : null;

    /// <summary>Whether its answer has begun and goes on: a script's that is no stream of events.</summary>
    public bool IsOpen => _response is not null && !_ended && !StreamsEvents && request.ResourceType is ("fetch" or "xhr");

    /// <summary>Whether a frame asked for it; of one that is not there yet that can't be told.</summary>
    public bool IsOf(IFrame frame)
    {
        try
        {
            return request.Frame == frame;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    public bool AwaitsPage => _response is null && !_ended && request.IsNavigationRequest;

    /// <summary>What went wrong, or is not there yet, and how much that explains, the most first; <c>null</c> for nothing.</summary>
    public (int Rank, string Text)? Trouble() => _response switch
    {
        { Status: >= 400 and var status } => (0, $"{request.Method} {request.Url} answered {status}"),
        null when !_ended => (1, $"{request.Method} {request.Url} {Unanswered}"),
        // Pages break off what they no longer need.
        _ when request.Failure is Aborted => (2, $"{request.Method} {request.Url} {NetErrors.Short(Aborted)}"),
        _ when request.Failure is { } error => (0, $"{request.Method} {request.Url} {NetErrors.Short(error)}"),
        _ => null,
    };

    public void End() => _ended = true;

    public void Answer(IResponse response)
    {
        _response = response;
        // The header as the page's own parser gets it: the fields joined in the order they came. The driver's list of raw
        // fields loses that order where names differ in case, and one that breaks off then hides the wrong ones.
        _serverTiming = response.Headers.TryGetValue("server-timing", out var joined) ? PlainText.Head(joined, ServerTimingHeader.MaxHeaderLength) : null;
    }

    /// <summary>Asks the browser what it sent as the request's trace context.</summary>
    public async Task ReadTraceParentAsync(string header) => _traceParent = await request.HeaderValueAsync(header);

    public NetworkExchange ToExchange(double originEpochMs)
    {
        var timing = request.Timing;
        return new NetworkExchange
        {
            Method = request.Method,
            Url = Text.Bounded(request.Url),
            ResourceType = request.ResourceType,
            Status = _response?.Status,
            // Playwright keeps this instant in single precision, which is minutes wide by now: our own clock is closer.
            StartMs = Math.Round((seen - DateTimeOffset.UnixEpoch).TotalMilliseconds - originEpochMs, 1),
            ConnectStart = Known(timing.DomainLookupStart) ?? Known(timing.ConnectStart),
            ConnectEnd = Known(timing.ConnectEnd),
            RequestStart = Known(timing.RequestStart),
            ResponseStart = timing.ResponseStart > 0 ? Known(timing.ResponseStart) : null,
            // 0 is what stands there while a body was never read to its end.
            ResponseEnd = timing.ResponseEnd > 0 ? Known(timing.ResponseEnd) : null,
            ServerTiming = _serverTiming is { } header ? [header] : [],
            TraceParent = _traceParent is { } sent ? PlainText.Head(sent, 200) : null,
            RedirectedTo = request.RedirectedTo is { } next ? Text.Bounded(next.Url) : null,
            Error = request.Failure,
        };
    }

    // Playwright says -1 for what is not known, and 0 for everything before there is an answer.
    private double? Known(float value) => value < 0 || _response is null ? null : Math.Round(value, 3);
}
