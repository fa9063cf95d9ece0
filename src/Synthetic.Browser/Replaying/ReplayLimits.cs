using Microsoft.Playwright;
using Synthetic.Core.Basics;

namespace Synthetic.Browser.Replaying;

/// <summary>What of a step can't be replayed as it was: sockets, windows, frames of other sites. Safe for use by many threads.</summary>
internal sealed class ReplayLimits
{
    private readonly HashSet<string> _limits = new(StringComparer.Ordinal);
    private volatile bool _underWay;
    private HashSet<IFrame> _known = [];

    /// <summary>All so far, a sentence each.</summary>
    public IReadOnlyList<string> ToList()
    {
        lock (_limits)
            return [.. _limits];
    }

    /// <summary>Before the page loads anything: its sockets and windows are seen from the beginning.</summary>
    public void Listen(IPage page)
    {
        page.WebSocket += (_, socket) =>
        {
            AddOfStep("a WebSocket was opened: what it brings is live in every run");
            socket.FrameReceived += (_, _) => AddOfStep("messages came over a WebSocket: they are live in every run");
        };
        page.FrameNavigated += (_, frame) =>
        {
            // A frame that was there before has a session of its own; one that comes later sends requests before it gets one.
            if (frame != page.MainFrame && !_known.Contains(frame) && !SameHost(frame.Url, page.Url))
                AddOfStep("a frame of another site was opened: what it loads is live in every run");
        };
        page.Context.Page += (_, _) => AddOfStep("a window was opened: what it loads is live in every run");
    }

    /// <summary>The step begins next.</summary>
    public void BeginStep(IPage page)
    {
        _known = [.. page.Frames];
        _underWay = true;
    }

    /// <summary>The step is over.</summary>
    public void EndStep() => _underWay = false;

    public void Add(string limit)
    {
        lock (_limits)
            _limits.Add(limit);
    }

    private void AddOfStep(string limit)
    {
        if (_underWay)
            Add(limit);
    }

    private static bool SameHost(string url, string other) =>
        !WebAddress.IsHttp(url) || (Uri.TryCreate(url, UriKind.Absolute, out var one) && Uri.TryCreate(other, UriKind.Absolute, out var two) && one.Host == two.Host);
}
