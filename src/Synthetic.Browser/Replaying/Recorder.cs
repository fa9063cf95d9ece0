using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Observing;
using Synthetic.Core.Measuring;
using Synthetic.Core.Proving;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Replaying;

/// <summary>Keeps the answers of a live step. Each is read as soon as it ends, since the bodies are lost with their page.</summary>
internal sealed class Recorder
{
    /// <summary>Bodies over this are left out, in bytes: a replay gives them in one piece over the driver's connection.</summary>
    private const int LargestBody = 20_000_000;

    /// <summary>The most that all bodies together may have, in bytes.</summary>
    private const int LargestStep = 100_000_000;

    /// <summary>How many bodies are kept at most.</summary>
    private const int MostBodies = 1000;

    /// <summary>Lost bodies that are named; of more it is said how many.</summary>
    private const int MostNamed = 5;

    /// <summary>How long the step's end waits for bodies that are under way.</summary>
    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(3);

    private readonly IBrowserContext _context;
    private readonly string _page;
    private readonly NetworkLog _network;
    private readonly Redactor _redactor;
    private readonly TimeProvider _time;
    private readonly int _before;
    private readonly ConcurrentDictionary<IRequest, Task<Kept?>> _kept = new();
    private long _bytes;

    public Recorder(IPage page, NetworkLog network, Redactor redactor, TimeProvider time)
    {
        (_context, _page, _network, _redactor, _time) = (page.Context, page.Url, network, redactor, time);
        _before = network.Count;
        _context.RequestFinished += Keep;
    }

    /// <summary>Ends the recording.</summary>
    /// <param name="originEpochMs">The zero of the run's clock.</param>
    /// <param name="limits">What else of the step can't be replayed.</param>
    public async Task<Recording> EndAsync(double originEpochMs, IEnumerable<string> limits)
    {
        _context.RequestFinished -= Keep;
        var seen = _network.After(_before, originEpochMs);
        // Bodies that are not there by then are named below.
        await ((Task)Task.WhenAll(_kept.Values)).WaitAsync(BodyTime, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var answers = new List<RecordedAnswer>();
        var lost = new List<string>();
        foreach (var (request, exchange) in seen)
        {
            var kept = _kept.TryGetValue(request, out var reading) && reading.IsCompletedSuccessfully ? await reading : null;
            if (kept is null && exchange is { Method: not "HEAD", Status: not null, ResponseEnd: not null })
                lost.Add($"{Named(exchange)}: its body could not be kept");
            answers.Add(new RecordedAnswer
            {
                Url = request.Url,
                Exchange = Redacted(exchange),
                Sent = PausedRequest.Comparable(request.PostData),
                Headers = kept?.Headers ?? await HeadersAsync(request),
                Content = kept?.Content,
            });
        }
        string[] leftOut = _network.LeftOutAfter(_before) is > 0 and var count ? [$"{count} requests could not be kept: a run keeps the first {_network.Limit}"] : [];
        return Recording.Of(_page, answers, [.. limits, .. leftOut, .. Shortened(lost)]);
    }

    private static IEnumerable<string> Shortened(List<string> lost) =>
        lost.Count <= MostNamed ? lost : [.. lost.Take(MostNamed), $"{lost.Count - MostNamed} more bodies could not be kept"];

    private void Keep(object? _, IRequest request)
    {
        if (Schemes.Network(request.Url) && _kept.Count < MostBodies)
            _kept.TryAdd(request, ReadAsync(request));
    }

    private async Task<Kept?> ReadAsync(IRequest request)
    {
        try
        {
            if (await request.ResponseAsync() is not { } response)
                return null;
            if (Length(response) > LargestBody || (await request.SizesAsync()).ResponseBodySize > LargestBody)
                return null;
            var body = HasBody(request, response) ? await response.BodyAsync() : [];
            // Few bytes on the wire may be very many unpacked.
            if (body.Length > LargestBody || Interlocked.Add(ref _bytes, body.Length) > LargestStep)
                return null;
            return new Kept(ReplayedHeaders.Of(await response.HeadersArrayAsync()), body);
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    /// <summary>The headers of an answer that never ended: its body was not read, but its headers may have been.</summary>
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> HeadersAsync(IRequest request)
    {
        try
        {
            // Asks the driver only for what it has: it would wait for an answer that never came.
            return request.ExistingResponse is { } response ? ReplayedHeaders.Of(await response.HeadersArrayAsync()) : [];
        }
        catch (PlaywrightException)
        {
            return [];
        }
    }

    private static bool HasBody(IRequest request, IResponse response) =>
        request.Method != "HEAD" && response.Status is not (204 or 205) && response.Status is < 300 or 304 or >= 400;

    private static long Length(IResponse response) =>
        response.Headers.TryGetValue("content-length", out var text) && long.TryParse(text, out var length) ? length : 0;

    private NetworkExchange Redacted(NetworkExchange exchange) => exchange with
    {
        Url = _redactor.Redact(exchange.Url),
        RedirectedTo = exchange.RedirectedTo is { } next ? _redactor.Redact(next) : null,
        ServerTiming = [.. exchange.ServerTiming.Select(_redactor.Redact)],
    };

    private string Named(NetworkExchange exchange) => $"{exchange.Method} {Text.Bounded(_redactor.Redact(exchange.Url))}";

    private sealed record Kept(IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Content);
}
