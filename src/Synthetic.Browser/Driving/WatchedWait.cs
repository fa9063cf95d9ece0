using Microsoft.Playwright;
using Synthetic.Browser.Probing;

namespace Synthetic.Browser.Driving;

/// <summary>
/// Waits until something holds in a page. The page, which watches it, says when it is worth to look; the driver's own waiting looks at
/// fixed times, and so up to half a second too late.
/// </summary>
/// <remarks>What the page says is only believed once the driver has seen it too.</remarks>
internal sealed class WatchedWait(PaintQueries paints, TimeProvider time)
{
    /// <summary>The longest without a look: of some changes, as in a shadow root that is closed, the page tells nothing.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>The shortest between looks that any change of the page may lead to.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(40);

    /// <summary>How soon a page that went on to another is asked again; twice as long each time.</summary>
    private static readonly TimeSpan GonePause = TimeSpan.FromMilliseconds(10);

    /// <summary>Such a pause is at least so many looks long: a page that changes all the time must not be busy with being looked at.</summary>
    private const int LooksInPause = 10;

    /// <summary>Waits.</summary>
    /// <param name="part">What the page watches.</param>
    /// <param name="look">Looks, as the driver does.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <returns>Whether it came to hold in time.</returns>
    public async Task<bool> UntilAsync(WatchedPart part, Func<Task<bool>> look, TimeSpan timeout)
    {
        var began = time.GetTimestamp();
        var (name, pause, gone) = (part.Name, TimeSpan.Zero, GonePause);
        for (var left = timeout; left > TimeSpan.Zero; left = timeout - time.GetElapsedTime(began))
        {
            var news = await AskAsync(part, name, pause, left);
            var looked = time.GetTimestamp();
            if (await LooksAsync(look, timeout - time.GetElapsedTime(began)))
                return true;
            pause = TimeSpan.FromTicks(Math.Clamp(time.GetElapsedTime(looked).Ticks * LooksInPause, ShortestPause.Ticks, LongestPause.Ticks));
            // A page that was wrong once is not asked for that again.
            if (news == PageNews.Holds)
                name = PaintQueries.AnyChange;
            if (news == PageNews.Unwatched)
                await part.WatchAsync();
            if (news != PageNews.Gone)
                continue;
            await Task.Delay(gone, time);
            gone = gone * 2 < LongestPause ? gone * 2 : LongestPause;
        }
        return false;
    }

    private async Task<PageNews> AskAsync(WatchedPart part, string name, TimeSpan pause, TimeSpan left)
    {
        var atMost = left < LongestPause ? left : LongestPause;
        try
        {
            // A page that is busy, or never answers, is not waited for any longer than that: the driver's own look comes next.
            return await paints.NewsAsync(part.Locator, part.IsFramed, name, pause, atMost).WaitAsync(atMost + LongestPause, time);
        }
        catch (TimeoutException)
        {
            return PageNews.Changed;
        }
    }

    private async Task<bool> LooksAsync(Func<Task<bool>> look, TimeSpan left)
    {
        try
        {
            return left > TimeSpan.Zero && await look().WaitAsync(left, time);
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (PlaywrightException error) when (IsOnItsWay(error))
        {
            // The next page is looked at.
            return false;
        }
    }

    private static bool IsOnItsWay(PlaywrightException error) =>
        error.Message.Contains("context was destroyed", StringComparison.Ordinal) || error.Message.Contains("navigation", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains("Frame was detached", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A part of what a step expects, as a page watches it.</summary>
/// <param name="Locator">How it is found.</param>
/// <param name="IsFramed">Whether that is in an iframe.</param>
/// <param name="Name">Its name there.</param>
/// <param name="WatchAsync">Has the page watch it: the next page knows nothing of what the one before was told.</param>
internal sealed record WatchedPart(ILocator Locator, bool IsFramed, string Name, Func<Task<bool>> WatchAsync);
