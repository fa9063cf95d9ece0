using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>The actions, what each takes, and how the pointer is used for them.</summary>
internal static class ActionShapes
{
    private static readonly string[] Pointing = [.. new[] { StepAction.Click, StepAction.Dblclick, StepAction.Hover, StepAction.Tap }.Select(KeyOf)];

    private static readonly Shape<PointConfig> Point = new ObjectShape<PointConfig>("point", "{ \"x\": 10, \"y\": 20 }")
        .Key("x", new NumberShape(-100_000, 100_000, whole: true), (point, x) => point.X = (int)x, "CSS pixels to the right; negative for left.")
        .Key("y", new NumberShape(-100_000, 100_000, whole: true), (point, y) => point.Y = (int)y, "CSS pixels down; negative for up.")
        .NotEmpty();

    private static readonly Shape<DragConfig> Drag = new ObjectShape<DragConfig>("drag", "{ \"from\": LOCATOR, \"to\": LOCATOR }")
        .Key("from", LocatorShapes.Locator, (drag, from) => drag.From = from, "The element that is taken.")
        .Key("to", LocatorShapes.Locator, (drag, to) => drag.To = to, "The element it is let go over.")
        .Key("by", Point, (drag, by) => drag.By = by, "How far it is taken, instead.")
        .Rule(new RequiredKey("from"))
        .Rule(new OneKey("either", ["to", "by"], "keep one"));

    /// <summary>The actions, as a file writes them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<StepAction>().Where(action => action != StepAction.Code).Select(KeyOf)];

    /// <summary>One action among several of a step.</summary>
    public static Shape<ActionStepConfig> One { get; } =
        AddTo(new ObjectShape<ActionStepConfig>("action", "{ \"click\": LOCATOR }")).Rule(new OneKey("one action:", Names, "make an entry of each"));

    public static string KeyOf(StepAction action) => JsonNamingPolicy.CamelCase.ConvertName(action.ToString());

    public static ObjectShape<T> AddTo<T>(ObjectShape<T> step)
        where T : ActionStepConfig, new()
    {
        Add(StepAction.Goto, AddressText.Goto, (action, url) => action with { Values = [url] }, "Opens an address; relative ones start at baseUrl.");
        Element(StepAction.Click, "Clicks an element.");
        Element(StepAction.Dblclick, "Clicks an element twice.");
        Input(StepAction.Fill, InputShapes.Fill, "Sets a field at once.");
        Input(StepAction.Type, InputShapes.Type, "Types into a field, key by key.");
        Input(StepAction.Press, InputShapes.Press, "Presses a key or chord: in the page, or in an element.");
        Input(StepAction.Select, InputShapes.Select, "Chooses options of a select element.");
        Element(StepAction.Check, "Ticks a box.");
        Element(StepAction.Uncheck, "Unticks a box.");
        Element(StepAction.Hover, "Moves the pointer over an element.");
        Add(StepAction.Scroll, LocatorShapes.Scroll, (action, scroll) => action with { Target = scroll.By is null ? scroll : null, ScrollBy = scroll.By }, "Scrolls to an element, or by a distance.");
        Input(StepAction.Upload, InputShapes.Upload, "Puts files into a file field.");
        Element(StepAction.WaitFor, "Waits until an element is visible.");
        Add(StepAction.Reload, new FlagShape(onlyTrue: true), (action, _) => action, "Loads the page again.");
        Add(StepAction.Back, new FlagShape(onlyTrue: true), (action, _) => action, "Goes back one page.");
        Add(StepAction.Drag, Drag, (action, drag) => action with { Target = drag.From, Drag = drag }, "Takes hold of an element and lets go of it elsewhere.");
        Element(StepAction.Tap, "Touches an element; needs a device with touch.");
        Element(StepAction.Clear, "Empties a field.");
        Add(StepAction.KeyDown, InputShapes.Key, (action, key) => action with { Values = [key] }, "Presses a key and holds it.");
        Add(StepAction.KeyUp, InputShapes.Key, (action, key) => action with { Values = [key] }, "Lets go of a key.");
        return Pointer(step);

        void Element(StepAction kind, string description) =>
            Add(kind, LocatorShapes.Locator, (action, locator) => action with { Target = locator }, description);

        void Input(StepAction kind, Shape<InputConfig> shape, string description) =>
            Add(kind, shape, (action, input) => action with { Target = input.Into, Values = input.Values, Files = input.Files }, description);

        void Add<TValue>(StepAction kind, Shape<TValue> shape, Func<ActionConfig, TValue, ActionConfig> fill, string description) =>
            step.Key(KeyOf(kind), shape, (target, value) => target.Action = fill(new ActionConfig(kind), value), description);
    }

    private static ObjectShape<T> Pointer<T>(ObjectShape<T> step)
        where T : ActionStepConfig, new() => step
        .Key("button", new ChoiceShape("\"left\", \"right\" or \"middle\"", PointerUse.Buttons), (target, button) => target.Button = button, "Button for click and dblclick; default: left.")
        .Key("modifiers", new ListShape<string>(new ChoiceShape("a key that can be held", PointerUse.Keys), "keys", max: 5), (target, keys) => target.Modifiers = keys, "Keys held meanwhile.")
        .Key("position", Point, (target, position) => target.Position = position, "Where on the element, from its upper left corner; default: its middle.")
        .Rule(new DependentKey("button", KeyOf(StepAction.Click), KeyOf(StepAction.Dblclick)))
        .Rule(new DependentKey("modifiers", Pointing))
        .Rule(new DependentKey("position", Pointing));
}
