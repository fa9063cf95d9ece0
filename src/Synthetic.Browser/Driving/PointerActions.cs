using Microsoft.Playwright;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>What is done with a mouse or a finger.</summary>
internal sealed class PointerActions(IPage page, bool touch)
{
    /// <summary>How many times the mouse is moved on its way: some pages begin a drag only after several.</summary>
    private const int DragMoves = 10;

    public Task DoAsync(Step step, ILocator target, float timeoutMs)
    {
        var use = step.Pointing ?? new PointerUse();
        var (button, modifiers) = (Enum.Parse<MouseButton>(use.Button, ignoreCase: true), use.Modifiers.Select(Enum.Parse<KeyboardModifier>));
        var position = use.X is null && use.Y is null ? null : new Position { X = use.X ?? 0, Y = use.Y ?? 0 };
        return step.Action switch
        {
            StepAction.Tap => target.TapAsync(new() { Modifiers = modifiers, Position = position, Timeout = timeoutMs }),
            StepAction.Click when touch && button == MouseButton.Left => target.TapAsync(new() { Modifiers = modifiers, Position = position, Timeout = timeoutMs }),
            StepAction.Click => target.ClickAsync(new() { Button = button, Modifiers = modifiers, Position = position, Timeout = timeoutMs }),
            StepAction.Dblclick => target.DblClickAsync(new() { Button = button, Modifiers = modifiers, Position = position, Timeout = timeoutMs }),
            StepAction.Hover => target.HoverAsync(new() { Modifiers = modifiers, Position = position, Timeout = timeoutMs }),
            StepAction.Drag when step.Drag is { To: { } to } => target.DragToAsync(page.Locate(to), new() { Timeout = timeoutMs }),
            StepAction.Drag => DragByAsync(step.Drag!, target, timeoutMs),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Action, "no action of a pointer"),
        };
    }

    private async Task DragByAsync(DragPath path, ILocator target, float timeoutMs)
    {
        // Scrolls it into view, and waits until it stands still and nothing covers it.
        await target.HoverAsync(new() { Timeout = timeoutMs });
        var box = await target.BoundingBoxAsync(new() { Timeout = timeoutMs }) ?? throw new TimeoutException("element is not visible");
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + path.X, box.Y + (box.Height / 2) + path.Y, new() { Steps = DragMoves });
        await page.Mouse.UpAsync();
    }
}
