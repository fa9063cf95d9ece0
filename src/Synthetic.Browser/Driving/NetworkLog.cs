using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Driving;

/// <summary>Notes every request as the network layer sees it: the only place that has headers which the page may not read.</summary>
internal sealed class NetworkLog
{
    /// <summary>Requests noted a run. What comes after is a page out of hand.</summary>
    private const int Limit = 3000;

    private readonly ConcurrentDictionary<IRequest, Note> _notes = new();
    private int _count;

    private readonly TimeProvider _time;

    public NetworkLog(IBrowserContext context, TimeProvider time)
    {
        _time = time;
        context.Request += (_, request) => Begin(request);
        // Not when the request has finished: one whose body nobody reads never does.
        context.Response += (_, response) => NoteOf(response.Request)?.Answer(response);
        context.RequestFinished += (_, request) => NoteOf(request)?.End();
        context.RequestFailed += (_, request) => NoteOf(request)?.End();
    }

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<NetworkExchange> Read(double originEpochMs) =>
        [.. _notes.Values.OrderBy(n => n.Number).Select(n => n.ToExchange(originEpochMs))];

    /// <summary>The requests after the first <paramref name="count"/>, in order, with what is known of each.</summary>
    public IReadOnlyList<(IRequest Request, NetworkExchange Exchange)> After(int count, double originEpochMs) =>
        [.. _notes.Where(n => n.Value.Number > count).OrderBy(n => n.Value.Number).Select(n => (n.Key, n.Value.ToExchange(originEpochMs)))];

    /// <summary>How many requests there were so far that may change something on their server.</summary>
    public int Writes => _notes.Keys.Count(r => !Methods.OnlyRead(r.Method));

    /// <summary>Whether a server sends events to a page at the moment.</summary>
    public bool StreamsEvents => _notes.Values.Any(n => n.StreamsEvents);

    /// <summary>How many requests there were so far.</summary>
    public int Count => _count;

    /// <summary>Whether a server has yet to answer for a page.</summary>
    public bool AwaitsPage => _notes.Values.Any(n => n.AwaitsPage);

    /// <summary>What went wrong, or did not end, among the requests after the first <paramref name="count"/>: for messages.</summary>
    public IReadOnlyList<string> TroublesAfter(int count) =>
        [.. _notes.Values.Where(n => n.Number > count).OrderBy(n => n.Number).Select(n => n.Trouble()).OfType<string>().Take(3)];

    private void Begin(IRequest request)
    {
        if (Schemes.Network(request.Url) && _notes.Count < Limit)
            _notes.TryAdd(request, new Note(Interlocked.Increment(ref _count), request, _time.GetUtcNow()));
    }

    private Note? NoteOf(IRequest request) => _notes.GetValueOrDefault(request);

    private sealed class Note(int number, IRequest request, DateTimeOffset seen)
    {
        private volatile IResponse? _response;
        private volatile bool _ended;
        private volatile string? _serverTiming;

        public int Number => number;

        public bool StreamsEvents => !_ended && request.ResourceType == "eventsource";

        public bool AwaitsPage => _response is null && !_ended && request.IsNavigationRequest;

        public string? Trouble() => _response switch
        {
            { Status: >= 400 and var status } => $"{request.Method} {request.Url} answered {status}",
            null when !_ended => $"{request.Method} {request.Url} is not answered yet",
            _ when request.Failure is { } error => $"{request.Method} {request.Url} failed: {error}",
            _ => null,
        };

        public void End() => _ended = true;

        public void Answer(IResponse response)
        {
            _response = response;
            // The header as the page's own parser gets it: the fields joined in the order they came. The driver's list of raw
            // fields loses that order where names differ in case, and one that breaks off then hides the wrong ones.
            _serverTiming = response.Headers.TryGetValue("server-timing", out var joined) ? Text.Bounded(joined) : null;
        }

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
                RedirectedTo = request.RedirectedTo is { } next ? Text.Bounded(next.Url) : null,
                Error = request.Failure,
            };
        }

        // Playwright says -1 for what is not known, and 0 for everything before there is an answer.
        private double? Known(float value) => value < 0 || _response is null ? null : Math.Round(value, 3);
    }
}

/// <summary>Which addresses go over a network.</summary>
internal static class Schemes
{
    public static bool Network(string url) =>
        url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal);
}
