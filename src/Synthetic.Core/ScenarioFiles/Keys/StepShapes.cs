using System.Text.Json;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>A step, and what each action takes.</summary>
internal static class StepShapes
{
    /// <summary>The actions, as a file writes them.</summary>
    public static IReadOnlyList<string> Actions { get; } =
        [.. Enum.GetValues<StepAction>().Where(action => action != StepAction.Code).Select(KeyOf)];

    private static readonly Shape<ExpectConfig> Expect = new ObjectShape<ExpectConfig>("expect", "{ \"text\": \"1 item\" }")
        .Key("visible", LocatorShapes.Locator, (expect, locator) => expect.Visible = locator, "An element that must be visible.")
        .Key("hidden", LocatorShapes.Locator, (expect, locator) => expect.Hidden = locator, "An element that must not be visible.")
        .Key("text", new TextShape("a text"), (expect, text) => expect.Text = text, "A text the page must show.")
        .Key("url", new TextShape("an address pattern"), (expect, url) => expect.Url = url, "A glob the address must match; relative ones start at baseUrl.")
        .Key("title", new TextShape("a title"), (expect, title) => expect.Title = title, "A text the title must contain.")
        .NotEmpty()
        .Key("settled", new FlagShape(), (expect, settled) => expect.Settled = settled, "Whether the response ends only where what moves or fades in has come to rest; default: false.");

    public static Shape<StepConfig> Step { get; } = WithActions(new ObjectShape<StepConfig>("step", "{ \"goto\": \"/\" }")
            .Key("name", new TextShape("a name", 1, 200), (step, name) => step.Name = name, "Shown in records and alerts; default: made from the action."))
        .Key("ready", ReadyText.Shape, (step, ready) => step.Ready = ReadyText.Parse(ready), "What to wait for before the action; default: nothing.")
        .Key("expect", Expect, (step, expect) => step.Expect = expect, "What the page must show afterwards; the last to hold ends the response.")
        .Key("timeout", new DurationShape(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10)), (step, timeout) => step.Timeout = timeout, "The longest the step may take; default: what is left of the scenario's.")
        .Key("budgets", new BudgetsShape(), (step, budgets) => step.Budgets = budgets, "Limits for this step.")
        .Rule(new OneKey("one action:", Actions, "make a step of each"));

    public static string KeyOf(StepAction action) => JsonNamingPolicy.CamelCase.ConvertName(action.ToString());

    private static ObjectShape<StepConfig> WithActions(ObjectShape<StepConfig> step)
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
        return step;

        void Element(StepAction kind, string description) =>
            Add(kind, LocatorShapes.Locator, (action, locator) => action with { Target = locator }, description);

        void Input(StepAction kind, Shape<InputConfig> shape, string description) =>
            Add(kind, shape, (action, input) => action with { Target = input.Into, Values = input.Values }, description);

        void Add<T>(StepAction kind, Shape<T> shape, Func<ActionConfig, T, ActionConfig> fill, string description) =>
            step.Key(KeyOf(kind), shape, (target, value) => target.Action = fill(new ActionConfig(kind), value), description);
    }
}
