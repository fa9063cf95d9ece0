using Microsoft.Playwright;

namespace Synthetic.Browser.Probing;

/// <summary>Asks the probe in a page whether the page can react yet.</summary>
/// <param name="key">The name of the probe's object on the page's window.</param>
internal sealed class ReadinessQueries(string key)
{
    /// <summary>How long one question may wait in the page: it is asked anew where its element was put there anew meanwhile.</summary>
    private const double LongestQuestionMs = 500;

    /// <summary>Waits a while for listeners to some events.</summary>
    /// <param name="target">What is to react.</param>
    /// <param name="events">The events, as the page names them.</param>
    /// <param name="atMost">How long to wait; it may be less.</param>
    public async Task<ReadyAnswer> ListeningAsync(ILocator target, IReadOnlyList<string> events, TimeSpan atMost)
    {
        var ms = Math.Clamp(atMost.TotalMilliseconds, 1, LongestQuestionMs);
        try
        {
            return Read(await target.First.EvaluateAsync<string?>(
                ProbeScript.TextOf($"await window.{key}?.listening(e, text[0], text[1])"), new object[] { events, ms }, new() { Timeout = (float)ms }));
        }
        catch (TimeoutException)
        {
            return ReadyAnswer.NoElement;
        }
        catch (PlaywrightException)
        {
            // The page went on to another: that one is asked next.
            return ReadyAnswer.Waiting;
        }
    }

    /// <summary>Waits a while for a quiet main thread.</summary>
    /// <param name="page">The page.</param>
    /// <param name="atMost">How long to wait; it may be less.</param>
    public async Task<ReadyAnswer> QuietAsync(IPage page, TimeSpan atMost)
    {
        try
        {
            return Read(await page.EvaluateAsync<string?>(
                ProbeScript.TextOf($"await window.{key}?.quiet(e)"), Math.Clamp(atMost.TotalMilliseconds, 1, LongestQuestionMs)));
        }
        catch (PlaywrightException)
        {
            return ReadyAnswer.Waiting;
        }
    }

    private static ReadyAnswer Read(string? answer) => answer switch
    {
        "ready" => ReadyAnswer.Ready,
        "waiting" => ReadyAnswer.Waiting,
        _ => ReadyAnswer.Unknown,
    };
}

/// <summary>What a page says of being ready.</summary>
internal enum ReadyAnswer
{
    /// <summary>It can react.</summary>
    Ready,
    /// <summary>It can't yet.</summary>
    Waiting,
    /// <summary>What is to react is not there.</summary>
    NoElement,
    /// <summary>It can't be told there.</summary>
    Unknown,
}
