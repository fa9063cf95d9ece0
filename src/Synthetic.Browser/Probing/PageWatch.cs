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

    private const string Holding = "holds";
    private const string Waiting = "waits";

    /// <summary>Before the action: watches a part of what the step expects, in the frame where it is looked for.</summary>
    /// <returns>Whether it holds already.</returns>
    public async Task<bool> WatchAsync(WatchedElements sought)
    {
        var (locator, part, selector, text) = (sought.Locator, sought.Part, sought.Selector, sought.Text);
        try
        {
            if (!sought.IsFramed && sessionOf(locator.Page) is { } session)
            {
                var answer = await DirectEvaluation.TextAsync(session, $"window.{key}?.watch({Arguments(part, selector, text)}, {Arguments(sought.IsAnyWithText)}, null)");
                // Most often there is none yet. To give the page those that there are, the driver first brings all its own finding into the page, which costs it 30 ms.
                if (answer is Holding or Waiting || await locator.CountAsync() == 0)
                    return answer is Holding or Holding + "?";
            }
            return await locator.EvaluateAllAsync<string?>(
                $"(found, [part, selector, text, any]) => window.{key}?.watch(part, selector, text, any, found) === '{Holding}' ? '{Holding}' : null", (object?[])[part, selector, text, sought.IsAnyWithText]) == Holding;
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
                $"(found, [kind, is, attribute, selector]) => window.{key}?.watch(kind, selector, null, false, found, {{ kind, is, attribute }}) === '{Holding}' ? '{Holding}' : null",
                (string?[])[PartOf(state), state.Is, state.Attribute, selector]) == Holding;
        }
        catch (PlaywrightException)
        {
            // As above.
            return false;
        }
    }

    /// <summary>The part of what a step expects that a state is.</summary>
    public static string PartOf(ExpectedState state) => char.ToLowerInvariant(state.Kind.ToString()[0]) + state.Kind.ToString()[1..];

    /// <summary>When what a step expects was painted: since when it holds, or else the first visible element's own paint.</summary>
    /// <param name="visible">Finds the elements that can be seen.</param>
    /// <param name="isFramed">Whether that is in an iframe.</param>
    /// <param name="part">Which part of what the step expects.</param>
    /// <param name="text">The text whose paint is asked for; <c>null</c> for the whole element's.</param>
    /// <returns><c>null</c> where it was there before the step, or is gone again.</returns>
    public async Task<PaintedResult?> ShownAsync(ILocator visible, bool isFramed, string part, string? text)
    {
        try
        {
            // Of what came to hold while the page watched, it knows the element itself; an empty text means that it does not, and nothing that it went on to another page.
            if (!isFramed && sessionOf(visible.Page) is { } session && await DirectEvaluation.TextAsync(session, $"window.{key}?.known({Arguments(part, text)})") is not "" and var known)
                return PaintedResult.Parse(known);
            return PaintedResult.Parse(await visible.EvaluateAllAsync<string?>(
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
    /// <param name="pauses">How long to wait.</param>
    public async Task<PageNews> NewsAsync(ILocator locator, bool isFramed, string part, WatchPauses pauses)
    {
        var (least, most, calm) = (pauses.Least.TotalMilliseconds, pauses.Most.TotalMilliseconds, pauses.Calm.TotalMilliseconds);
        var news = !isFramed && sessionOf(locator.Page) is { } session
            ? await DirectEvaluation.TextAsync(session, string.Create(CultureInfo.InvariantCulture, $"window.{key}?.news({Arguments(part)}, {least}, {most}, {calm})"))
            : await FrameNewsAsync(locator, [part, least, most, calm]);
        return news switch { Holding => PageNews.Holds, "unwatched" => PageNews.Unwatched, "look" => PageNews.Changed, _ => PageNews.Gone };
    }

    private static string Arguments(params object?[] values) => string.Join(", ", values.Select(value => JsonSerializer.Serialize(value)));

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

/// <summary>What a page watches: elements that are to become visible, or hidden.</summary>
/// <param name="Locator">How they are found.</param>
/// <param name="IsFramed">Whether that is in an iframe.</param>
/// <param name="Part">Which part of what the step expects; <c>hidden</c> waits for the opposite.</param>
/// <param name="Selector">The same for style sheets, where they can tell: it also finds what comes later.</param>
/// <param name="Text">The text that they must contain; <c>null</c> for any.</param>
/// <param name="IsAnyWithText">Whether any element with that text will do: then the page finds what comes later by it.</param>
internal sealed record WatchedElements(ILocator Locator, bool IsFramed, string Part, string? Selector, string? Text, bool IsAnyWithText);

/// <summary>How long a page is to wait before it has news.</summary>
/// <param name="Least">How long changes that may have nothing to do with what is waited for are no news.</param>
/// <param name="Most">How long altogether.</param>
/// <param name="Calm">The shortest of both where the page itself finds what is waited for: it tells when that holds.</param>
internal sealed record WatchPauses(TimeSpan Least, TimeSpan Most, TimeSpan Calm);

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
