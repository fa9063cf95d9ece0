using Microsoft.Playwright;
using Synthetic.Browser.Driving;

namespace Synthetic.Browser.Observing;

/// <summary>What a page writes to its console as errors: kept for the step under way, told only where that step fails.</summary>
/// <remarks>It stops listening to a page that writes without end, since each message is sent to the driver.</remarks>
internal sealed class ConsoleErrors
{
    private const int MostMessages = 500;
    private const int MostKept = 5;

    // Requests that fail are told by the network, with their status.
    private const string FailedRequest = "Failed to load resource";

    private readonly Lock _lock = new();
    private readonly List<string> _ofStep = [];
    private readonly IPage _page;
    private int _messages;

    public ConsoleErrors(IPage page)
    {
        _page = page;
        page.Console += Note;
    }

    /// <summary>A step begins.</summary>
    public void BeginStep()
    {
        lock (_lock)
            _ofStep.Clear();
    }

    /// <summary>The first errors of the step.</summary>
    public IReadOnlyList<string> OfStep()
    {
        lock (_lock)
            return [.. _ofStep];
    }

    private void Note(object? sender, IConsoleMessage message)
    {
        if (Interlocked.Increment(ref _messages) > MostMessages)
            _page.Console -= Note;
        else if (message.Type == "error" && !message.Text.StartsWith(FailedRequest, StringComparison.Ordinal))
            Keep(Text.Bounded(message.Text));
    }

    private void Keep(string text)
    {
        lock (_lock)
        {
            if (_ofStep.Count < MostKept && !_ofStep.Contains(text))
                _ofStep.Add(text);
        }
    }
}
