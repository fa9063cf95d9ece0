using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Performs a declared step's action. It judges nothing: what goes wrong is thrown.</summary>
internal sealed class StepDriver(IPage page, Uri? baseUrl, bool touch)
{
    /// <summary>Does it.</summary>
    /// <param name="step">What to do.</param>
    /// <param name="timeoutMs">The longest it may take.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="PlaywrightException">The page or the browser refused.</exception>
    public async Task ActAsync(Step step, float timeoutMs)
    {
        var target = step.Target is null ? null : page.Locate(step.Target);
        switch (step.Action)
        {
            case StepAction.Goto:
                await page.GotoAsync(Resolve(step.Values[0]), new() { Timeout = timeoutMs });
                break;
            case StepAction.Reload:
                await page.ReloadAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Back:
                await page.GoBackAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Click when touch:
                await target!.TapAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Click:
                await target!.ClickAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Dblclick:
                await target!.DblClickAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Fill:
                await target!.FillAsync(step.Values[0], new() { Timeout = timeoutMs });
                break;
            case StepAction.Type:
                await target!.PressSequentiallyAsync(step.Values[0], new() { Timeout = timeoutMs });
                break;
            case StepAction.Press when target is null:
                await page.Keyboard.PressAsync(step.Values[0]);
                break;
            case StepAction.Press:
                await target!.PressAsync(step.Values[0], new() { Timeout = timeoutMs });
                break;
            case StepAction.Select:
                await target!.SelectOptionAsync(step.Values, new() { Timeout = timeoutMs });
                break;
            case StepAction.Check:
                await target!.CheckAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Uncheck:
                await target!.UncheckAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Hover:
                await target!.HoverAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Scroll when step.ScrollBy is { } distance:
                await page.Mouse.WheelAsync(0, distance);
                break;
            case StepAction.Scroll:
                await target!.ScrollIntoViewIfNeededAsync(new() { Timeout = timeoutMs });
                break;
            case StepAction.Upload:
                await target!.SetInputFilesAsync(step.Values, new() { Timeout = timeoutMs });
                break;
            case StepAction.WaitFor:
                await target!.First.WaitForAsync(new() { State = WaitForSelectorState.Visible, Timeout = timeoutMs });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.Action, "no declared action");
        }
    }

    /// <summary>Interactions that the action must cause, where that can be told from the action alone.</summary>
    public static int DrivenBy(Step step) => step.Action switch
    {
        StepAction.Click => 1,
        StepAction.Dblclick => 2,
        StepAction.Press => step.Values[0] == "+" ? 1 : step.Values[0].Split('+', StringSplitOptions.RemoveEmptyEntries).Length,
        // Characters that no key of the driver's keyboard makes are inserted without key events.
        StepAction.Type => step.Values[0].Count(c => c is >= ' ' and <= '~' or '\n' or '\r' or '\t'),
        StepAction.Goto or StepAction.Fill or StepAction.Select or StepAction.Check or StepAction.Uncheck or StepAction.Hover or StepAction.Scroll
            or StepAction.Upload or StepAction.WaitFor or StepAction.Reload or StepAction.Back or StepAction.Code => 0,
    };

    /// <summary>A declared address made absolute.</summary>
    public string Resolve(string address) =>
        baseUrl is null ? address : new Uri(baseUrl, address).ToString();
}
