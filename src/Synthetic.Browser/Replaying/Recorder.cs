using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Observing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Secrets;

namespace Synthetic.Browser.Replaying;

/// <summary>Keeps the answers of a live step, so that it can be replayed.</summary>
internal sealed class Recorder
{
    /// <summary>Lost bodies that are named; of more it is said how many.</summary>
    private const int MostNamed = 5;

    /// <summary>How long the step's end waits for bodies that are under way.</summary>
    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(3);

    private readonly string _page;
    private readonly NetworkLog _network;
    private readonly Redactor _redactor;
    private readonly TimeProvider _time;
    private readonly int _before;
    private readonly AnswerBodies _bodies;

    public Recorder(IPage page, NetworkLog network, Redactor redactor, TimeProvider time)
    {
        (_page, _network, _redactor, _time) = (page.Url, network, redactor, time);
        _before = network.Count;
        _bodies = new AnswerBodies(page.Context);
    }

    /// <summary>Ends the recording.</summary>
    /// <param name="originEpochMs">The zero of the run's clock.</param>
    /// <param name="limits">What else of the step can't be replayed.</param>
    public async Task<Recording> EndAsync(double originEpochMs, IEnumerable<string> limits)
    {
        // A replay bypasses service workers: what they asked a server for is not asked for again.
        var seen = _network.After(_before, originEpochMs).Where(s => !IsOfServiceWorker(s.Request)).ToList();
        // Bodies that are not there by then are named below.
        await _bodies.StopAsync(BodyTime, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var answers = new List<RecordedAnswer>();
        var lost = new List<string>();
        foreach (var (request, exchange) in seen)
        {
            var body = await _bodies.OfAsync(request);
            if (body is null && exchange is { Method: not "HEAD", Status: not null, ResponseEnd: not null } && !SaysItIsEmpty(request))
                lost.Add($"{Named(exchange)}: its body could not be kept");
            answers.Add(new RecordedAnswer
            {
                Url = request.Url,
                Exchange = Redacted(exchange),
                Sent = PausedRequest.Comparable(request.PostData),
                Headers = body?.Headers ?? await HeadersAsync(request),
                Content = body?.Content,
            });
        }
        string[] leftOut = _network.LeftOutAfter(_before) is > 0 and var count ? [$"{count} requests could not be kept: a run keeps the first {_network.Limit}"] : [];
        return Recording.Of(_page, answers, [.. limits, .. leftOut, .. Shortened(lost)]);
    }

    private static IEnumerable<string> Shortened(List<string> lost) =>
        lost.Count <= MostNamed ? lost : [.. lost.Take(MostNamed), $"{lost.Count - MostNamed} more bodies could not be kept"];

    private static bool IsOfServiceWorker(IRequest request)
    {
        try
        {
            return request.Frame is null;
        }
        catch (PlaywrightException e)
        {
            // The only way to learn it. A page that is being opened has no frame yet either, but another message.
            return e.Message.Contains("Service Worker", StringComparison.Ordinal);
        }
    }

    /// <summary>Whether an answer has no body, whatever became of its reading.</summary>
    private static bool SaysItIsEmpty(IRequest request) =>
        request.ExistingResponse is { } response && (response.Status is 204 or 205 || response.Headers.GetValueOrDefault("content-length") == "0");

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

    private NetworkExchange Redacted(NetworkExchange exchange) => exchange with
    {
        Url = _redactor.Redact(exchange.Url),
        RedirectedTo = exchange.RedirectedTo is { } next ? _redactor.Redact(next) : null,
        ServerTiming = [.. exchange.ServerTiming.Select(_redactor.Redact)],
    };

    private string Named(NetworkExchange exchange) => $"{exchange.Method} {Text.Bounded(_redactor.Redact(exchange.Url))}";
}
