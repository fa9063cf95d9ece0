using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>Looks at a page on which a step has failed. It takes a bounded time, and nothing that the page does makes it throw.</summary>
internal sealed class Inspection(IPage page, ICDPSession session, TimeProvider time)
{
    /// <summary>Frames that are looked into: advertisements fill whole pages with more.</summary>
    private const int MostFrames = 10;

    private static readonly string Source = EmbeddedScript.Read("Explaining.InPage.look.js");
    private static readonly string PageScript = $"() => {{ {Source}\nreturn look().page(); }}";
    private static readonly string MatchesScript = $"found => {{ {Source}\nreturn look().matched(found); }}";
    private static readonly string FrameScript = $"frame => frame.localName + (frame.id ? '#' + frame.id : frame.name ? `[name=\"${{frame.name}}\"]` : frame.src ? `[src=\"${{frame.getAttribute('src')}}\"]` : '')";

    /// <summary>Looks.</summary>
    /// <param name="sought">What the step looks for; <c>null</c> for no element.</param>
    /// <param name="lastPaint">Asks when the page last painted a change, and holds it against the step's begin.</param>
    /// <param name="atMost">How long it may take.</param>
    /// <param name="ct">Stops it; what is found by then is given.</param>
    public async Task<Findings> LookAsync(Locator? sought, Func<Task<bool?>> lastPaint, TimeSpan atMost, CancellationToken ct)
    {
        var finding = new Findings();
        var filling = FillAsync(finding, sought, lastPaint);
        BackgroundTask.Ignore(filling);
        await filling.WaitAsync(atMost, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return finding;
    }

    private async Task FillAsync(Findings finding, Locator? sought, Func<Task<bool?>> lastPaint)
    {
        var matches = sought is null ? Task.FromResult<string?>(null) : AskAsync(() => page.Locate(sought).EvaluateAllAsync<string?>(MatchesScript));
        var look = AskAsync(() => page.EvaluateAsync<string?>(PageScript));
        var changed = AskAsync(lastPaint);
        finding.Matches = LookAnswer.Matches(await matches);
        finding.Page = LookAnswer.Page(await look);
        finding.Changed = await changed;
        if (sought is null || finding.Matches is not { Count: 0 })
            return;
        var host = AskAsync(() => ClosedRoots.FindAsync(session, Wanted.Text(sought)));
        var frames = page.Frames.Where(frame => frame != page.MainFrame).Take(MostFrames).Select(frame => FrameAsync(frame, sought)).ToArray();
        finding.ClosedRoot = await host;
        // At once, since what is under way may be read meanwhile.
        finding.Frames = [.. (await Task.WhenAll(frames)).OfType<FrameLook>()];
    }

    private static async Task<FrameLook?> FrameAsync(IFrame frame, Locator sought)
    {
        var look = AskAsync(() => frame.EvaluateAsync<string?>(PageScript));
        var name = AskAsync(async () => await (await frame.FrameElementAsync()).EvaluateAsync<string?>(FrameScript));
        var matches = AskAsync(async () => (int?)await Wanted.In(frame, sought).CountAsync());
        return LookAnswer.Page(await look) is { } seen ? new FrameLook(await name ?? "iframe", seen, await matches > 0) : null;
    }

    /// <summary>One question: a page that went on, a frame that is gone or a selector that is none answers nothing.</summary>
    private static async Task<T?> AskAsync<T>(Func<Task<T?>> ask)
    {
        try
        {
            return await ask();
        }
        // The boundary to the page: what it makes the driver throw is no news of a step that has failed already.
        catch (Exception)
        {
            return default;
        }
    }
}
