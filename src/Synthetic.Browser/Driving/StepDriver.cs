using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Performs a declared step's actions. It judges nothing: what goes wrong is thrown.</summary>
internal sealed class StepDriver(IPage page, Uri? baseUrl, bool touch)
{
    private readonly PointerActions _pointer = new(page, touch);

    /// <summary>Does it.</summary>
    /// <param name="step">What to do.</param>
    /// <param name="timeoutMs">The longest it may take.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="PlaywrightException">The page or the browser refused.</exception>
    public async Task ActAsync(Step step, float timeoutMs)
    {
        foreach (var before in step.Before)
            await OneAsync(before, timeoutMs);
        await OneAsync(step, timeoutMs);
    }

    /// <summary>Interactions that the action must cause, where that can be told from the action alone.</summary>
    public static int DrivenBy(Step step) => step.Before.Sum(DrivenBy) + step.Action switch
    {
        StepAction.Click or StepAction.Tap => step.Pointing?.Button is null or "left" ? 1 : 0,
        StepAction.Dblclick => step.Pointing?.Button is null or "left" ? 2 : 0,
        StepAction.Press => step.Values[0] == "+" ? 1 : step.Values[0].Split('+', StringSplitOptions.RemoveEmptyEntries).Length,
        // Characters that no key of the driver's keyboard makes are inserted without key events.
        StepAction.Type => step.Values[0].Count(c => c is >= ' ' and <= '~' or '\n' or '\r' or '\t'),
        StepAction.Goto or StepAction.Fill or StepAction.Select or StepAction.Check or StepAction.Uncheck or StepAction.Hover or StepAction.Scroll
            or StepAction.Upload or StepAction.WaitFor or StepAction.Reload or StepAction.Back or StepAction.Drag or StepAction.Clear
            or StepAction.KeyDown or StepAction.KeyUp or StepAction.Code => 0,
    };

    /// <summary>A declared address made absolute.</summary>
    public string Resolve(string address) =>
        baseUrl is null ? address : new Uri(baseUrl, address).ToString();

    /// <summary>The same for a glob, which may begin anywhere.</summary>
    public string Glob(string glob) => glob.Contains("://", StringComparison.Ordinal) || glob.StartsWith('*') ? glob : Resolve(glob);

    private Task OneAsync(Step step, float timeoutMs) => step.Target is not { } target
        ? OnPageAsync(step, timeoutMs)
        : MeantElement.DoAsync(page, target, async element =>
        {
            await OnElementAsync(step, element, timeoutMs);
            return element;
        });

    private Task OnPageAsync(Step step, float timeoutMs) => step.Action switch
    {
        StepAction.Goto => page.GotoAsync(Resolve(step.Values[0]), new() { Timeout = timeoutMs }),
        StepAction.Reload => page.ReloadAsync(new() { Timeout = timeoutMs }),
        StepAction.Back => page.GoBackAsync(new() { Timeout = timeoutMs }),
        StepAction.Press => page.Keyboard.PressAsync(step.Values[0]),
        StepAction.KeyDown => page.Keyboard.DownAsync(step.Values[0]),
        StepAction.KeyUp => page.Keyboard.UpAsync(step.Values[0]),
        StepAction.Scroll => page.Mouse.WheelAsync(0, step.ScrollBy ?? 0),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Action, "no action without an element"),
    };

    private Task OnElementAsync(Step step, ILocator target, float timeoutMs) => step.Action switch
    {
        StepAction.Click or StepAction.Dblclick or StepAction.Tap or StepAction.Hover or StepAction.Drag => _pointer.DoAsync(step, target, timeoutMs),
        StepAction.Fill => target.FillAsync(step.Values[0], new() { Timeout = timeoutMs }),
        StepAction.Clear => target.ClearAsync(new() { Timeout = timeoutMs }),
        StepAction.Type => target.PressSequentiallyAsync(step.Values[0], new() { Timeout = timeoutMs }),
        StepAction.Press => target.PressAsync(step.Values[0], new() { Timeout = timeoutMs }),
        StepAction.Select => target.SelectOptionAsync(step.Values, new() { Timeout = timeoutMs }),
        StepAction.Check => target.CheckAsync(new() { Timeout = timeoutMs }),
        StepAction.Uncheck => target.UncheckAsync(new() { Timeout = timeoutMs }),
        StepAction.Scroll => target.ScrollIntoViewIfNeededAsync(new() { Timeout = timeoutMs }),
        StepAction.Upload when step.Files.Count == 0 => target.SetInputFilesAsync(step.Values, new() { Timeout = timeoutMs }),
        StepAction.Upload => target.SetInputFilesAsync(FilePayloads.Of(step), new() { Timeout = timeoutMs }),
        StepAction.WaitFor => target.First.WaitForAsync(new() { State = WaitForSelectorState.Visible, Timeout = timeoutMs }),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Action, "no action on an element"),
    };
}
