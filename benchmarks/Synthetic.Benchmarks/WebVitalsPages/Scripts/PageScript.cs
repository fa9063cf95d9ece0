using Microsoft.Playwright;
using Synthetic.Browser.Scripting;

namespace Synthetic.Benchmarks.WebVitalsPages.Scripts;

/// <summary>What a test of the library does that steps cannot say. The base address is the page's own.</summary>
public abstract class PageScript : IScenarioScript
{
    /// <inheritdoc />
    public async Task RunAsync(IScenarioSteps steps, CancellationToken ct)
    {
        await steps.StepAsync("open", page => page.GotoAsync(steps.BaseUrl!.ToString(), new() { WaitUntil = Until }));
        await ActAsync(steps);
        await steps.StepAsync("wait", page => page.WaitForFunctionAsync("document.title.includes('(asked)')"));
        await steps.StepAsync("leave", page => page.GotoAsync(new Uri(steps.BaseUrl!, $"/{PageVisit.End}").ToString()));
    }

    /// <summary>How far the page must have come before anything is done.</summary>
    protected virtual WaitUntilState Until => WaitUntilState.Load;

    /// <summary>Does it.</summary>
    protected abstract Task ActAsync(IScenarioSteps steps);

    /// <summary>The page's own way to pretend that it is hidden, or not.</summary>
    protected static Task PretendAsync(IPage page, string state) => page.EvaluateAsync($"self.__stubVisibilityChange('{state}')");

    /// <summary>Two frames: what was changed is painted.</summary>
    protected static Task FramesAsync(IPage page) => page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
}
