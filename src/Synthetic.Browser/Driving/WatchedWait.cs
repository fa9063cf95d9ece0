using Microsoft.Playwright;
using Synthetic.Browser.Probing;

namespace Synthetic.Browser.Driving;

/// <summary>
/// Waits until something holds in a page. The page, which watches it, says when it is worth to look; the driver's own waiting looks at
/// fixed times, and so up to half a second too late.
/// </summary>
/// <remarks>What the page says is only believed once the driver has seen it too.</remarks>
/// <param name="watch">Asks the page.</param>
/// <param name="isLeaving">Whether the page is about to be replaced by another: what it shows until then is no result.</param>
/// <param name="time">The clock.</param>
/// <param name="ct">Ends the wait with its step: it must not meddle with the next one.</param>
internal sealed class WatchedWait(PageWatch watch, Func<bool> isLeaving, TimeProvider time, CancellationToken ct)
{
    /// <summary>The longest without a look: of some changes, as in a shadow root that came with the document, the page tells nothing.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest where the page itself finds what is waited for, and says that nothing like it is there.</summary>
    private static readonly TimeSpan Calm = LongestPause;

    /// <summary>The first look where the page has told nothing until then.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(120);

    /// <summary>The first wait for a page that is being replaced by another, or is gone.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    /// <summary>The shortest between looks that any change of the page may lead to.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(40);

    /// <summary>Such a pause is at least so many looks long: a page that changes all the time must not be busy with being looked at.</summary>
    private const int LooksInPause = 10;

    /// <summary>Waits.</summary>
    /// <param name="part">What the page watches.</param>
    /// <param name="look">Looks, as the driver does; it throws where the page goes on to another meanwhile.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <returns>Whether it came to hold in time.</returns>
    public async Task<bool> UntilAsync(WatchedPart part, Func<Task<bool>> look, TimeSpan timeout)
    {
        var began = time.GetTimestamp();
        TimeSpan Left() => timeout - time.GetElapsedTime(began);
        var (name, pause, gone) = (part.Name, TimeSpan.Zero, FirstPause);
        var most = FirstLook;
        while (Left() > TimeSpan.Zero && !ct.IsCancellationRequested)
        {
            var asked = time.GetTimestamp();
            // For half of what is left at most: the last word is the driver's look.
            var news = await AskAsync(part, name, new(pause, Least(most, Left() / 2), Least(Calm, Left() / 2)), Left() / 2);
            most = LongestPause;
            if (news != PageNews.Holds)
                await RestAsync(Least(pause - time.GetElapsedTime(asked), Left() / 2));
            var looked = time.GetTimestamp();
            if (!isLeaving() && await LooksAsync(look, Left()))
                return true;
            pause = TimeSpan.FromTicks(Math.Clamp(time.GetElapsedTime(looked).Ticks * LooksInPause, ShortestPause.Ticks, LongestPause.Ticks));
            (name, gone) = await AfterAsync(part, news, name, gone, Left());
        }
        return false;
    }

    /// <summary>Gets ready to ask again after a look that was in vain.</summary>
    /// <returns>What to ask for, and how long to wait where the page is gone once more.</returns>
    private async Task<(string Name, TimeSpan Gone)> AfterAsync(WatchedPart part, PageNews news, string name, TimeSpan gone, TimeSpan left)
    {
        switch (news)
        {
            case PageNews.Holds:
                // A page that was wrong once is not asked for that again.
                return (isLeaving() ? name : PageWatch.AnyChange, FirstPause);
            case PageNews.Unwatched:
                await InTimeAsync(part.WatchAsync(), left);
                return (name, FirstPause);
            case PageNews.Gone:
                await RestAsync(Least(gone, left));
                return (part.Name, Least(gone * 2, LongestPause));
            default:
                return (name, FirstPause);
        }
    }

    private async Task<PageNews> AskAsync(WatchedPart part, string name, WatchPauses pauses, TimeSpan patience)
    {
        if (isLeaving())
        {
            await RestAsync(Least(FirstPause, patience));
            return PageNews.Changed;
        }
        // A page that is busy, or never answers, is not waited for much longer than it was asked to: the driver's own look comes next.
        var news = watch.NewsAsync(part.Locator, part.IsFramed, name, pauses);
        return await InTimeAsync(news, Least(pauses.Calm + LongestPause, patience)) ? await news : PageNews.Changed;
    }

    private async Task<bool> LooksAsync(Func<Task<bool>> look, TimeSpan left)
    {
        try
        {
            var seen = look();
            return await InTimeAsync(seen, left) && await seen;
        }
        catch (PlaywrightException error) when (IsOnItsWay(error))
        {
            // The next page is looked at.
            return false;
        }
    }

    private Task RestAsync(TimeSpan rest) => rest > TimeSpan.Zero ? Task.Delay(rest, time, ct) : Task.CompletedTask;

    /// <summary>Whether something ends in time; what does not goes on, and is of no interest any more.</summary>
    private async Task<bool> InTimeAsync(Task task, TimeSpan atMost)
    {
        if (!task.IsCompleted && atMost > TimeSpan.Zero)
            await Task.WhenAny(task, Task.Delay(atMost, time, ct));
        if (task.IsCompleted)
            return true;
        BackgroundTask.Ignore(task);
        return false;
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static bool IsOnItsWay(PlaywrightException error) =>
        error.Message.Contains("Execution context was destroyed", StringComparison.Ordinal) || error.Message.Contains("Frame was detached", StringComparison.Ordinal);
}

/// <summary>A part of what a step expects, as a page watches it.</summary>
/// <param name="Locator">How it is found.</param>
/// <param name="IsFramed">Whether that is in an iframe.</param>
/// <param name="Name">Its name there.</param>
/// <param name="WatchAsync">Has the page watch it, and says whether it holds already: the next page knows nothing of what the one before was told.</param>
internal sealed record WatchedPart(ILocator Locator, bool IsFramed, string Name, Func<Task<bool>> WatchAsync);
