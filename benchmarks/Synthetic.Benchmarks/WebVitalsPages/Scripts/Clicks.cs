using Microsoft.Playwright;
using Synthetic.Browser.Scripting;

namespace Synthetic.Benchmarks.WebVitalsPages.Scripts;

/// <summary>Holds the button down as long as people do.</summary>
public sealed class LongClick : PageScript
{
    /// <inheritdoc />
    protected override Task ActAsync(IScenarioSteps steps) => steps.StepAsync("click", page => page.ClickAsync("h1", new() { Delay = 50 }));
}

/// <summary>Clicks before the document has come to its end.</summary>
public sealed class ClickWhileLoading : PageScript
{
    /// <inheritdoc />
    protected override WaitUntilState Until => WaitUntilState.Commit;

    /// <inheritdoc />
    protected override Task ActAsync(IScenarioSteps steps) => steps.StepAsync("click", page => page.ClickAsync("#reset"));
}

/// <summary>Clicks of 600, 400 and 100 ms, then short ones: from the 50th on, the longest no longer counts.</summary>
public sealed class FiftyClicks : ManyClicks
{
    /// <inheritdoc />
    protected override int Count => 50;
}

/// <summary>The same with 100: two do not count.</summary>
public sealed class HundredClicks : ManyClicks
{
    /// <inheritdoc />
    protected override int Count => 100;
}

/// <summary>Many clicks, three of them long.</summary>
public abstract class ManyClicks : PageScript
{
    /// <summary>How many altogether.</summary>
    protected abstract int Count { get; }

    /// <inheritdoc />
    protected override async Task ActAsync(IScenarioSteps steps)
    {
        var clicked = 0;
        foreach (var next in new[] { "400", "100", "0" })
        {
            await steps.StepAsync($"click {++clicked}", page => page.ClickAsync("h1", new() { Delay = 50 }));
            // A field that is filled by the driver takes no click.
            await steps.StepAsync($"then {next} ms", page => page.FillAsync("#pointerdown-blocking-time", next));
        }
        await steps.StepAsync("further clicks", async page =>
        {
            for (; clicked < Count; clicked++)
                await page.ClickAsync("h1");
        });
    }
}
