using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Core.Basics;

namespace Synthetic.Browser.Replaying;

/// <summary>Bodies and headers of answers. Each is read as soon as its answer ends, since the bodies are lost with their page.</summary>
internal sealed class AnswerBodies
{
    /// <summary>Bodies over this are left out, in bytes: a replay gives them in one piece over the driver's connection.</summary>
    private const int LargestBody = 20_000_000;

    /// <summary>The most that all bodies together may have, in bytes.</summary>
    private const int LargestTotal = 100_000_000;

    /// <summary>How many bodies are kept at most.</summary>
    private const int MostBodies = 1000;

    private readonly IBrowserContext _context;
    private readonly ConcurrentDictionary<IRequest, Task<AnswerBody?>> _bodies = new();
    private long _bytes;

    public AnswerBodies(IBrowserContext context)
    {
        _context = context;
        _context.RequestFinished += Read;
    }

    /// <summary>Reads no more from now on, and waits for the bodies under way, but no longer than it may.</summary>
    public Task StopAsync(TimeSpan atMost, TimeProvider time)
    {
        _context.RequestFinished -= Read;
        return Task.WhenAll(_bodies.Values).WaitAsync(atMost, time);
    }

    /// <summary>What was read of one answer; <c>null</c> where it could not be, or is not there yet.</summary>
    public async Task<AnswerBody?> OfAsync(IRequest request) =>
        _bodies.TryGetValue(request, out var body) && body.IsCompletedSuccessfully ? await body : null;

    private void Read(object? _, IRequest request)
    {
        if (WebAddress.IsHttp(request.Url) && _bodies.Count < MostBodies)
            _bodies.TryAdd(request, ReadAsync(request));
    }

    private async Task<AnswerBody?> ReadAsync(IRequest request)
    {
        try
        {
            if (await request.ResponseAsync() is not { } response)
                return null;
            if (Length(response) > LargestBody || (await request.SizesAsync()).ResponseBodySize > LargestBody)
                return null;
            var body = HasBody(request, response) ? await response.BodyAsync() : [];
            // Few bytes on the wire may be very many unpacked.
            if (body.Length > LargestBody || Interlocked.Add(ref _bytes, body.Length) > LargestTotal)
                return null;
            return new AnswerBody(ReplayedHeaders.Of(await response.HeadersArrayAsync()), body);
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    private static bool HasBody(IRequest request, IResponse response) =>
        request.Method != "HEAD" && response.Status is not (204 or 205) && response.Status is < 300 or 304 or >= 400;

    private static long Length(IResponse response) =>
        response.Headers.TryGetValue("content-length", out var text) && long.TryParse(text, out var length) ? length : 0;
}

/// <summary>What an answer consists of besides its status.</summary>
internal sealed record AnswerBody(IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Content);
