using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Basics;

namespace Synthetic.Browser.Replaying;

/// <summary>Measures by the browser's own clock how much longer replayed answers take than they are held back.</summary>
internal sealed class ReplayCost
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, double> _begun = [];
    private readonly Dictionary<string, double> _held = [];
    private readonly Dictionary<string, double> _answered = [];
    private readonly List<double> _costs = [];

    /// <summary>The median over the answers so far, in milliseconds; <c>null</c> where there are none.</summary>
    public double? MedianMs
    {
        get
        {
            lock (_lock)
                return _costs.Count == 0 ? null : Sample.Median(_costs);
        }
    }

    /// <summary>Follows a session's requests.</summary>
    public void Listen(ICDPSession session)
    {
        session.Event("Network.requestWillBeSent").OnEvent += (_, message) => Begin(message);
        session.Event("Network.responseReceived").OnEvent += (_, message) => Answer(message);
        session.Event("Network.loadingFinished").OnEvent += (_, message) => End(message);
        session.Event("Network.loadingFailed").OnEvent += (_, message) => Fail(message);
    }

    /// <summary>An answer is held back.</summary>
    /// <param name="id">Its request, as the network layer names it.</param>
    /// <param name="ms">How long, in milliseconds.</param>
    public void Hold(string? id, double ms)
    {
        lock (_lock)
        {
            if (id is not null)
                _held[id] = ms;
        }
    }

    private void Begin(JsonElement? message)
    {
        if (message is not { } m)
            return;
        lock (_lock)
        {
            var (id, now) = Read(m);
            // A request has the id of the one that was redirected to it: that one has ended.
            Close(id, now);
            _begun[id] = now;
        }
    }

    private void Answer(JsonElement? message)
    {
        if (message is not { } m)
            return;
        lock (_lock)
        {
            var (id, now) = Read(m);
            _answered[id] = now;
        }
    }

    private void End(JsonElement? message)
    {
        if (message is not { } m)
            return;
        lock (_lock)
        {
            var (id, now) = Read(m);
            Close(id, now);
        }
    }

    private void Fail(JsonElement? message)
    {
        if (message is not { } m)
            return;
        lock (_lock)
        {
            var (id, _) = Read(m);
            // An answer that nobody reads ends as one that failed: it was there with its headers.
            if (_answered.TryGetValue(id, out var headers))
                Close(id, headers);
            _begun.Remove(id);
            _held.Remove(id);
        }
    }

    private void Close(string id, double now)
    {
        if (_begun.Remove(id, out var begun) && _held.Remove(id, out var held))
            _costs.Add(Math.Max(0, now - begun - held));
    }

    private static (string Id, double Ms) Read(JsonElement message) =>
        (message.GetProperty("requestId").GetString()!, message.GetProperty("timestamp").GetDouble() * 1000);
}
