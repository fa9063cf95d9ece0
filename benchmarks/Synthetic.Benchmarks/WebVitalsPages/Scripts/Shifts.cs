using Synthetic.Browser.Scripting;

namespace Synthetic.Benchmarks.WebVitalsPages.Scripts;

/// <summary>Moves everything aside and back: twice, after more than a second four times as far, after another one less again.</summary>
public sealed class ShiftsInSessions : PageScript
{
    /// <inheritdoc />
    protected override async Task ActAsync(IScenarioSteps steps)
    {
        foreach (var places in new[] { "'25vmax', 0", "'25vmax', 0, '50vmax', 0", "'50vmax', 0" })
        {
            await steps.StepAsync($"shift {places}", page => page.EvaluateAsync(
                $$"""
                new Promise(done => {
                  document.body.style.overflow = 'hidden';
                  const places = [{{places}}];
                  // More than a second after the last: another session.
                  setTimeout(function move() {
                    document.querySelector('main').style.left = places.shift();
                    setTimeout(places.length > 0 ? move : done, 50);
                  }, 1200);
                })
                """));
        }
    }
}

/// <summary>Pushes the text down once everything is loaded.</summary>
public sealed class ShiftAfterLoad : PageScript
{
    /// <inheritdoc />
    protected override Task ActAsync(IScenarioSteps steps) => steps.StepAsync("shift", async page =>
    {
        await page.EvaluateAsync("document.querySelector('h1').style.marginTop = '5em'");
        await FramesAsync(page);
    });
}

/// <summary>Is hidden and shown again, then pushes the text down.</summary>
public sealed class ShiftAfterHiding : PageScript
{
    /// <inheritdoc />
    protected override Task ActAsync(IScenarioSteps steps) => steps.StepAsync("shift", async page =>
    {
        await PretendAsync(page, "hidden");
        await PretendAsync(page, "visible");
        await FramesAsync(page);
        await page.EvaluateAsync("document.querySelector('h1').style.marginTop = '5em'");
        await FramesAsync(page);
    });
}
