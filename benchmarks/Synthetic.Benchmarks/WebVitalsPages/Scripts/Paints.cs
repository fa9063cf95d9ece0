using Microsoft.Playwright;
using Synthetic.Browser.Scripting;

namespace Synthetic.Benchmarks.WebVitalsPages.Scripts;

/// <summary>Shows the image after a click: too late for the largest paint.</summary>
public sealed class ImageAfterClick : PageScript
{
    /// <inheritdoc />
    protected override async Task ActAsync(IScenarioSteps steps)
    {
        await steps.StepAsync("click", page => page.ClickAsync("h1"));
        await steps.StepAsync("show", ShowImage.InAsync);
    }
}

/// <summary>Is hidden and shown again, then shows the image.</summary>
public sealed class ImageAfterHiding : PageScript
{
    /// <inheritdoc />
    protected override async Task ActAsync(IScenarioSteps steps)
    {
        await steps.StepAsync("hide", async page =>
        {
            await FramesAsync(page);
            await PretendAsync(page, "hidden");
            await PretendAsync(page, "visible");
        });
        await steps.StepAsync("show", ShowImage.InAsync);
    }
}

/// <summary>Is hidden before anything was painted, and shown only then.</summary>
public sealed class HiddenBeforePaint : PageScript
{
    /// <inheritdoc />
    protected override Task ActAsync(IScenarioSteps steps) => steps.StepAsync("show", async page =>
    {
        await PretendAsync(page, "hidden");
        await page.WaitForFunctionAsync("self.__isWebVitalsLoaded");
        await PretendAsync(page, "visible");
        await FramesAsync(page);
    });
}

/// <summary>Is shown after it was hidden from its beginning, and clicked then.</summary>
public sealed class ShownLate : PageScript
{
    /// <inheritdoc />
    protected override async Task ActAsync(IScenarioSteps steps)
    {
        await steps.StepAsync("show", async page =>
        {
            await PretendAsync(page, "visible");
            await FramesAsync(page);
        });
        await steps.StepAsync("click", page => page.ClickAsync("h1"));
    }
}

/// <summary>Changes the route twice, each a second before its address changes.</summary>
public sealed class LateAddress : PageScript
{
    /// <inheritdoc />
    protected override async Task ActAsync(IScenarioSteps steps)
    {
        await steps.StepAsync("click", page => page.ClickAsync("h1"));
        foreach (var route in new[] { "route", "another route" })
        {
            await steps.StepAsync(route, async page =>
            {
                await page.ClickAsync("#soft-nav");
                await page.WaitForFunctionAsync("location.hash === `#${document.nav}`");
                await FramesAsync(page);
            });
        }
    }
}

/// <summary>The page's image, which it holds back.</summary>
internal static class ShowImage
{
    public static Task InAsync(IPage page) => page.EvaluateAsync(
        "new Promise(done => { document.querySelector('img').hidden = false; requestAnimationFrame(() => requestAnimationFrame(done)); })");
}
