using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Probing;

/// <summary>Has the probe in a page watch what a step expects, and asks it when that may hold.</summary>
/// <param name="key">The name of the probe's object on the page's window.</param>
/// <param name="sessionOf">A page's own session with the browser; <c>null</c> where it has none.</param>
internal sealed class PageWatch(string key, Func<IPage, ICDPSession?> sessionOf)
{
    /// <summary>The part that is every change that the page shows.</summary>
    public const string AnyChange = "changes";

    /// <summary>Before the action: watches what is to become visible, or hidden, in the frame where it is looked for.</summary>
    /// <param name="locator">How it is found.</param>
    /// <param name="part">Which part of what the step expects; <c>hidden</c> waits for the opposite.</param>
    /// <param name="selector">The same for style sheets, where they can tell: it also finds what comes later.</param>
    /// <param name="text">The text that it must contain; <c>null</c> for any.</param>
    /// <returns>Whether it holds already.</returns>
    public async Task<bool> WatchAsync(ILocator locator, string part, string? selector, string? text)
    {
        try
        {
            return await locator.EvaluateAllAsync<string?>(
                $"(found, [part, selector, text]) => window.{key}?.watch(part, selector, text, found) === true ? 'holds' : null", (string?[])[part, selector, text]) == "holds";
        }
        catch (PlaywrightException)
        {
            // It is no locator at all, or the page went on: the wait will tell. Of an iframe that is not there the page itself watches nothing.
            return false;
        }
    }

    /// <summary>The same for what an element, or how many, must be like.</summary>
    /// <param name="locator">How it is found.</param>
    /// <param name="state">What it must be like; it is its own part of what the step expects.</param>
    /// <param name="selector">The same for style sheets, where they can tell.</param>
    /// <returns>Whether it is so already.</returns>
    public async Task<bool> WatchAsync(ILocator locator, ExpectedState state, string? selector)
    {
        try
        {
            return await locator.EvaluateAllAsync<string?>(
                $"(found, [kind, is, attribute, selector]) => window.{key}?.watch(kind, selector, null, found, {{ kind, is, attribute }}) === true ? 'holds' : null",
                (string?[])[PartOf(state), state.Is, state.Attribute, selector]) == "holds";
        }
        catch (PlaywrightException)
        {
            // As above.
            return false;
        }
    }

    /// <summary>The part of what a step expects that a state is.</summary>
    public static string PartOf(ExpectedState state) => char.ToLowerInvariant(state.Kind.ToString()[0]) + state.Kind.ToString()[1..];

    /// <summary>When what a step expects was painted, of the elements that a locator finds: since when it holds, or else the visible one's own paint.</summary>
    /// <param name="locator">How they are found.</param>
    /// <param name="part">Which part of what the step expects.</param>
    /// <param name="text">The text whose paint is asked for; <c>null</c> for the whole element's.</param>
    /// <returns><c>null</c> where it was there before the step, or is gone again.</returns>
    public async Task<PaintedResult?> ShownAsync(ILocator locator, string part, string? text)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAllAsync<string?>(
                $"async (found, [part, text]) => {{ const shown = await window.{key}?.shown(found, part, text); return typeof shown === 'string' ? shown : null; }}", (string?[])[part, text]));
        }
        catch (PlaywrightException)
        {
            // As short messages are: the step has seen it, but its paint can no longer be asked for.
            return null;
        }
    }

    /// <summary>Waits until it is worth to look whether a part holds.</summary>
    /// <param name="locator">How it is found.</param>
    /// <param name="isFramed">Whether that is in an iframe.</param>
    /// <param name="part">Which part; <see cref="AnyChange"/> for all that the page shows.</param>
    /// <param name="pause">How long changes that may have nothing to do with it are waited for at least.</param>
    /// <param name="atMost">How long to wait altogether.</param>
    public async Task<PageNews> NewsAsync(ILocator locator, bool isFramed, string part, TimeSpan pause, TimeSpan atMost)
    {
        var (least, most) = (pause.TotalMilliseconds, atMost.TotalMilliseconds);
        var news = !isFramed && sessionOf(locator.Page) is { } session
            ? await DirectEvaluation.TextAsync(session, string.Create(CultureInfo.InvariantCulture, $"window.{key}?.news({JsonSerializer.Serialize(part)}, {least}, {most})"))
            : await FrameNewsAsync(locator, [part, least, most]);
        return news switch { "holds" => PageNews.Holds, "unwatched" => PageNews.Unwatched, "look" => PageNews.Changed, _ => PageNews.Gone };
    }

    private async Task<string?> FrameNewsAsync(ILocator locator, object[] arguments)
    {
        try
        {
            return await locator.EvaluateAllAsync<string?>(
                $"async (found, e) => {{ const news = await window.{key}?.news(...e); return typeof news === 'string' ? news : null; }}", arguments);
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }
}

/// <summary>What a page says that is waited for.</summary>
internal enum PageNews
{
    /// <summary>It has shown a change, or time has gone by.</summary>
    Changed,
    /// <summary>What was waited for holds, as far as the page can tell.</summary>
    Holds,
    /// <summary>It was not told what to watch.</summary>
    Unwatched,
    /// <summary>It went on to another, or does not speak.</summary>
    Gone,
}
