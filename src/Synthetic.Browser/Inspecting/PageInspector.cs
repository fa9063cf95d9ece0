using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Pooling;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Inspecting;

/// <summary>Goes through the steps of a scenario and says what can be acted on where they lead.</summary>
/// <param name="pool">Where browsers come from.</param>
/// <param name="time">The driver's clock.</param>
public sealed class PageInspector(BrowserPool pool, TimeProvider time)
{
    /// <summary>How long each document may take to describe itself.</summary>
    private const float SnapshotTimeout = 5000;

    private const int MostTestIds = 200;

    /// <summary>Inspects the page.</summary>
    /// <param name="scenario">What leads there.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Finding.BrowserUnavailableException">There is no browser; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<PageInspection> InspectAsync(Scenario scenario, CancellationToken ct)
    {
        await using var lease = await pool.RentAsync(playwright => ContextOptions.For(scenario, playwright), ct);
        var touch = ContextOptions.For(scenario, lease.Playwright).HasTouch ?? false;
        var session = await RunSession.OpenAsync(scenario, lease, touch, null, false, time, null, ct);
        var failure = await new DeclaredSteps(scenario, session, RunStart.Variables(time), ct).RunAsync();
        var elements = new List<FoundElement>();
        foreach (var frame in session.Page.Frames)
            elements.AddRange(await ElementsAsync(frame, ct));
        var (url, title) = (session.Page.Url, await session.Page.TitleAsync());
        var evidence = await session.GatherAsync(Core.Evidence.RunEnding.Completed, failure, "");
        var problem = failure ?? evidence.Steps.Select(step => step.Failure).FirstOrDefault(one => one is not null);
        return new PageInspection(url, title, elements, problem is null ? null : $"{(problem.Step is null ? "" : $"{problem.Step}: ")}{problem.Message}");
    }

    private static async Task<IReadOnlyList<FoundElement>> ElementsAsync(IFrame frame, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            var place = frame.ParentFrame is null ? null : await PlaceOfAsync(frame);
            var snapshot = await frame.Locator("body").AriaSnapshotAsync(new() { Timeout = SnapshotTimeout });
            var ids = await frame.EvaluateAsync<string[]>(
                "most => [...new Set([...document.querySelectorAll('[data-testid]')].filter(e => e.checkVisibility()).map(e => e.dataset.testid))].slice(0, most)", MostTestIds);
            return [.. AriaLines.Read(snapshot, place), .. ids.Select(id => new FoundElement(new Locator(LocatorKind.TestId, id) { Frame = place }, []))];
        }
        // A frame without a body, on its way elsewhere, or gone: the others are there still.
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            return [];
        }
    }

    /// <summary>How a scenario finds the frame: by what its element has, or by its place among those of the page.</summary>
    private static async Task<Locator> PlaceOfAsync(IFrame frame)
    {
        var element = await frame.FrameElementAsync();
        var selector = await element.EvaluateAsync<string>(
            """
            e => {
              for (const name of ['id', 'name', 'title', 'src']) {
                const value = e.getAttribute(name);
                const selector = `iframe[${name}=${JSON.stringify(value ?? '')}]`;
                if (value && e.ownerDocument.querySelectorAll(selector).length === 1) return selector;
              }
              return `iframe >> nth=${[...e.ownerDocument.querySelectorAll('iframe')].indexOf(e)}`;
            }
            """);
        var parent = frame.ParentFrame is { ParentFrame: not null } outer ? await PlaceOfAsync(outer) : null;
        return new Locator(LocatorKind.Selector, selector) { Frame = parent };
    }
}
