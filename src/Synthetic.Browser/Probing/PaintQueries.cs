using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Probing;

/// <summary>Asks the probe in a page when something was painted. Instants are milliseconds since the Unix epoch.</summary>
/// <param name="key">The name of the probe's object on the page's window.</param>
/// <param name="sessionOf">A page's own session with the browser; <c>null</c> where it has none.</param>
internal sealed class PaintQueries(string key, Func<IPage, ICDPSession?> sessionOf)
{
    /// <summary>The part that is every change that the page shows.</summary>
    public const string AnyChange = "changes";

    /// <summary>How long to look for an element that was there a moment ago, in milliseconds.</summary>
    private const float LookupTimeout = 500;

    /// <summary>When the element's present look was painted; <c>null</c> where it was there before the step.</summary>
    public async Task<PaintedResult?> PaintedAsync(ILocator locator, string? text)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAsync<string?>(
                ProbeScript.TextOf($"await window.{key}?.painted(e, text)"), text, new() { Timeout = LookupTimeout }));
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It was there and is gone again, as short messages are: the step has seen it, but its paint can no longer be asked for.
            return null;
        }
    }

    /// <summary>Waits until no transition and no animation that ends by itself runs on an element any more.</summary>
    /// <returns>Whether it came to rest in time.</returns>
    public async Task<bool> RestsAsync(ILocator locator, TimeSpan atMost)
    {
        var ms = Math.Max(1, atMost.TotalMilliseconds);
        try
        {
            return await locator.EvaluateAsync<string?>(ProbeScript.TextOf($"await window.{key}?.rest(e, text)"), ms, new() { Timeout = LookupTimeout }) != "runs";
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException)
        {
            // It is gone again: what is gone does not move.
            return true;
        }
    }

    /// <summary>The same, for an element that a handle was kept of.</summary>
    public async Task<PaintedResult?> PaintedAsync(IElementHandle element) =>
        PaintedResult.Parse(await element.EvaluateAsync<string?>(ProbeScript.TextOf($"await window.{key}?.painted(e, null)")));

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
            // Its frame is not there yet, or it is no locator at all: the wait will tell.
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

    /// <summary>Waits until it is worth to look whether a part holds.</summary>
    /// <param name="locator">How it is found.</param>
    /// <param name="part">Which part; <see cref="AnyChange"/> for all that the page shows.</param>
    /// <param name="pause">How long changes that may have nothing to do with it are waited for at least.</param>
    /// <param name="atMost">How long to wait altogether.</param>
    /// <param name="isFramed">Whether that is in an iframe.</param>
    public async Task<PageNews> NewsAsync(ILocator locator, bool isFramed, string part, TimeSpan pause, TimeSpan atMost)
    {
        var (name, least, most) = (part, pause.TotalMilliseconds, atMost.TotalMilliseconds);
        var news = !isFramed && sessionOf(locator.Page) is { } session
            ? await DirectEvaluation.TextAsync(session, string.Create(CultureInfo.InvariantCulture, $"window.{key}?.news({JsonSerializer.Serialize(name)}, {least}, {most})"))
            : await FrameNewsAsync(locator, [name, least, most]);
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

    /// <summary>Since when that holds; <c>null</c> where it did before, or where that can't be told.</summary>
    public async Task<PaintedResult?> SinceAsync(ILocator locator, string part)
    {
        try
        {
            return PaintedResult.Parse(await locator.EvaluateAllAsync<string?>(ProbeScript.TextOf($"await window.{key}?.since(text)"), part));
        }
        catch (PlaywrightException)
        {
            // The page went on; the next one tells when it was painted.
            return null;
        }
    }

    /// <summary>When the page last painted a change.</summary>
    public async Task<double?> LastPaintAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{key}?.lastPaint() ?? null");

    /// <summary>When the page first painted under its present address; <c>null</c> where that was its load.</summary>
    public async Task<double?> AddressPaintedAsync(IPage page) =>
        await page.EvaluateAsync<double?>($"() => window.{key}?.addressPainted() ?? null");
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
