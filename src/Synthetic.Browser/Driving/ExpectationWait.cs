using Microsoft.Playwright;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Probing;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Waits until the page shows what a step expects, then asks the page when that was painted.</summary>
/// <remarks>The wait itself crosses processes, so it times nothing.</remarks>
internal sealed class ExpectationWait
{
    private const string Visible = "visible";
    private const string Text = "text";
    private const string Hidden = "hidden";

    private readonly IPage _page;
    private readonly PaintQueries _paints;
    private readonly PageWatch _watch;
    private readonly StepDriver _driver;
    private readonly TimeProvider _time;
    private readonly WatchedWait _wait;
    private readonly ElementStates _states;
    private IElementHandle? _toVanish;
    private ExpectedResponses? _response;
    private bool _settled;

    /// <summary>Of a step.</summary>
    /// <param name="page">The page that it acts on.</param>
    /// <param name="driver">Makes addresses absolute.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Ends with the step.</param>
    public ExpectationWait(ObservedPage page, StepDriver driver, TimeProvider time, CancellationToken ct)
    {
        (_page, _paints, _watch, _driver, _time) = (page.Page, page.Probes.Paints, page.Probes.Watch, driver, time);
        _wait = new WatchedWait(_watch, () => page.Network.IsLeaving(page.Page), time, ct);
        _states = new ElementStates(_page, _paints, _watch, _wait);
    }

    /// <summary>Before the action: keeps a handle of what is to vanish, since afterwards it can't be found, and watches the rest.</summary>
    /// <returns>Whether all of it holds already, as far as that can be told beforehand.</returns>
    public async Task<bool> PrepareAsync(Expectation? expectation)
    {
        _toVanish = null;
        var held = true;
        if (expectation?.Visible is { } visible)
            held &= await PartOf(Visible, visible).WatchAsync();
        if (expectation?.Text is { } text)
            held &= await TextPart(text, expectation.Frame).WatchAsync();
        if (expectation?.Hidden is { } hidden)
        {
            held &= await PartOf(Hidden, hidden).WatchAsync();
            _toVanish = await _page.Locate(hidden).ElementHandlesAsync() is [var first, ..] ? first : null;
        }
        held &= await _states.PrepareAsync(expectation?.States ?? []);
        _response = expectation?.Response is { } response ? ExpectedResponses.Listen(_page, _driver, response) : null;
        if (expectation?.Title is { } title)
            held &= await HasTitleAsync(title);
        // A pattern is only matched by the driver's own wait, afterwards; a response is always one of the step.
        return held && _response is null && (expectation?.Url is not { } url || _driver.Glob(url) == _page.Url);
    }

    /// <summary>Waits for all of it.</summary>
    /// <param name="expectation">What must hold.</param>
    /// <param name="remaining">How much time is left, asked anew for each part.</param>
    /// <returns>The part that was painted last; <c>null</c> where none was painted in this step.</returns>
    /// <exception cref="ExpectationException">Some of it did not come to hold in time.</exception>
    public async Task<PaintedResult?> WaitAsync(Expectation expectation, Func<TimeSpan> remaining)
    {
        PaintedResult? last = null;
        _settled = expectation.Settled;
        if (expectation.Url is { } url)
            last = PaintedResult.Later(last, await UrlAsync(url, remaining()));
        if (expectation.Title is { } title)
            last = PaintedResult.Later(last, await TitleAsync(title, remaining()));
        if (expectation.Visible is { } visible)
            last = PaintedResult.Later(last, await VisibleAsync(PartOf(Visible, visible), Locating.TextOf(visible), new($"{visible} to be visible", visible), remaining()));
        if (expectation.Text is { } text)
            last = PaintedResult.Later(last, await VisibleAsync(TextPart(text, expectation.Frame), text, new($"the page to show \"{text}\"", new Locator(LocatorKind.Text, text) { Frame = expectation.Frame }), remaining()));
        if (expectation.Hidden is { } hidden)
            last = PaintedResult.Later(last, await HiddenAsync(PartOf(Hidden, hidden), new($"{hidden} to be hidden", hidden, IsToVanish: true), remaining()));
        foreach (var state in expectation.States)
            last = PaintedResult.Later(last, await _states.WaitAsync(state, remaining()));
        if (_response is not null)
            await _response.WaitAsync(remaining());
        return last;
    }

    private WatchedPart PartOf(string name, Locator locator) =>
        PartOf(new(_page.Locate(locator), locator.IsFramed, name, Locating.StyleOf(locator), Locating.TextOf(locator), name != Hidden && Locating.IsAnyWithText(locator)));

    private WatchedPart TextPart(string text, Locator? frame) => PartOf(new(_page.LocateText(text, frame), frame is not null, Text, null, text, IsAnyWithText: true));

    private WatchedPart PartOf(WatchedElements sought) => new(sought.Locator, sought.IsFramed, sought.Part, () => _watch.WatchAsync(sought));

    private async Task<PaintedResult?> VisibleAsync(WatchedPart part, string? text, Awaited what, TimeSpan timeout)
    {
        // Several may match, and the first may be hidden: any visible one will do.
        var first = part.Locator.Filter(new() { Visible = true }).First;
        var began = _time.GetTimestamp();
        if (!await _wait.UntilAsync(part, () => first.IsVisibleAsync(), timeout))
            throw new ExpectationException(what);
        if (_settled && !await _paints.RestsAsync(first, timeout - _time.GetElapsedTime(began)))
            throw new ExpectationException($"{what.What}, and to come to rest");
        return await _watch.ShownAsync(part.Locator.Filter(new() { Visible = true }), part.IsFramed, part.Name, text);
    }

    private async Task<PaintedResult?> HiddenAsync(WatchedPart part, Awaited what, TimeSpan timeout)
    {
        var visible = part.Locator.Filter(new() { Visible = true });
        if (!await _wait.UntilAsync(part, () => visible.EvaluateAllAsync<bool>("found => found.length === 0"), timeout))
            throw new ExpectationException(what);
        if (await _paints.SinceAsync(part.Locator, Hidden) is { } since)
            return since;
        try
        {
            if (_toVanish is not null && await _paints.PaintedAsync(_toVanish) is { } gone)
                return gone;
        }
        catch (PlaywrightException)
        {
            // It is gone with its document: the new page's paint tells.
        }
        return At(await _paints.LastPaintAsync(_page));
    }

    private async Task<PaintedResult?> UrlAsync(string glob, TimeSpan timeout)
    {
        var wanted = _driver.Glob(glob);
        try
        {
            await _page.WaitForURLAsync(wanted, new() { Timeout = (float)Math.Max(1, timeout.TotalMilliseconds), WaitUntil = WaitUntilState.Commit });
        }
        catch (TimeoutException error)
        {
            throw new ExpectationException(new Awaited($"the address to match {wanted}", IsUrl: true), error);
        }
        return At(await _paints.AddressPaintedAsync(_page));
    }

    private async Task<PaintedResult?> TitleAsync(string title, TimeSpan timeout)
    {
        var element = _page.Locator("title");
        var part = new WatchedPart(element, false, PageWatch.AnyChange, () => Task.FromResult(false));
        if (!await _wait.UntilAsync(part, () => HasTitleAsync(title), timeout))
            throw new ExpectationException(new Awaited($"the title to contain \"{title}\"", IsTitle: true));
        return await _paints.PaintedAsync(element.First, title);
    }

    /// <summary>The document's own: while a page is about to be replaced the driver gives the next one's address for its title.</summary>
    private Task<bool> HasTitleAsync(string title) => _page.EvaluateAsync<bool>("t => document.title.includes(t)", title);

    private static PaintedResult? At(double? time) => time is { } t ? new PaintedResult(t) : null;
}

/// <summary>A part of what a step expects.</summary>
/// <param name="What">What was expected, to follow "expected".</param>
/// <param name="Sought">The element that it is about; <c>null</c> for none.</param>
/// <param name="IsToVanish">Whether that is not to be seen.</param>
/// <param name="IsUrl">Whether it is about the page's address.</param>
/// <param name="IsTitle">Whether it is about the page's title.</param>
/// <param name="IsState">Whether the element is to be there and in a state, which <paramref name="What"/> says.</param>
internal sealed record Awaited(string What, Locator? Sought = null, bool IsToVanish = false, bool IsUrl = false, bool IsTitle = false, bool IsState = false);

/// <summary>The page did not come to show what a step expects.</summary>
/// <param name="awaited">What was expected.</param>
/// <param name="inner">The wait that ran out; <c>null</c> where it was over already.</param>
internal sealed class ExpectationException(Awaited awaited, Exception? inner = null) : Exception($"expected {awaited.What}", inner)
{
    /// <summary>The same for what is no element, no address and no title.</summary>
    public ExpectationException(string what, Exception? inner = null)
        : this(new Awaited(what), inner)
    {
    }

    public Awaited Awaited => awaited;
}
