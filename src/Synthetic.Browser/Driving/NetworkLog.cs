using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Driving;

/// <summary>Notes every request as the network layer sees it: the only place where all headers can be read.</summary>
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

    /// <summary>Everything so far, once the headers asked for are there or the time is up.</summary>
    public async Task<IReadOnlyList<NetworkExchange>> ReadAsync(double originEpochMs, TimeSpan atMost)
    {
        var reading = Task.WhenAll(_notes.Values.Select(n => n.Headers).OfType<Task>());
        await Task.WhenAny(reading, Task.Delay(atMost, _time, CancellationToken.None));
        return [.. _notes.Values.OrderBy(n => n.Number).Select(n => n.ToExchange(originEpochMs))];
    }

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
        private IReadOnlyList<string> _fields = [];

        public int Number => number;

        /// <summary>The reading of the headers, where there are any worth it.</summary>
        public volatile Task? Headers;

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
            if (response.Headers.ContainsKey("server-timing"))
                Headers = ReadAsync(response);
        }

        private async Task ReadAsync(IResponse response)
        {
            try
            {
                _fields = await ServerTimingFieldsAsync(response);
            }
            catch (PlaywrightException)
            {
                // The page or the browser went away: what is known already stays.
            }
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
                ServerTiming = _fields,
                RedirectedTo = request.RedirectedTo is { } next ? Text.Bounded(next.Url) : null,
                Error = request.Failure,
            };
        }

        private static async Task<IReadOnlyList<string>> ServerTimingFieldsAsync(IResponse response) =>
            [.. (await response.HeadersArrayAsync())
                .Where(h => h.Name.Equals("server-timing", StringComparison.OrdinalIgnoreCase))
                .Select(h => Text.Bounded(h.Value))];

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
