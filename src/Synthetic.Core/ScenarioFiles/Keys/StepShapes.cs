using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>A step: what it does, when, and what must hold afterwards.</summary>
internal static class StepShapes
{
    /// <summary>The key of steps shared by name; it stands alone in a step.</summary>
    public const string Use = "use";

    private const string Actions = "actions";

    private static readonly Shape<DialogConfig> Dialog = new ShortOrFullShape<DialogConfig>(
        "\"accept\", \"dismiss\" or { \"text\": … }",
        new ChoiceShape("\"accept\", \"dismiss\" or { \"text\": … }", ["accept", "dismiss"]),
        answer => new DialogConfig { Answer = answer },
        new ObjectShape<DialogConfig>("dialog")
            .Key("text", new TextShape("a text", 0, 4000), (dialog, text) => dialog.Text = text, "What is entered into the prompt, which is accepted.")
            .Rule(new RequiredKey("text")));

    private static readonly Shape<WhenConfig> When = new ObjectShape<WhenConfig>("when", "{ \"visible\": LOCATOR }")
        .Key("visible", LocatorShapes.Locator, (when, locator) => when.Visible = locator, "An element that must be visible as the step begins.")
        .Rule(new RequiredKey("visible"));

    public static Shape<StepConfig> Step { get; } = Of("step", shared: false);

    /// <summary>A step that is shared by name: it can't use shared ones itself.</summary>
    public static Shape<StepConfig> Shared { get; } = Of("sharedStep", shared: true);

    private static ObjectShape<StepConfig> Of(string name, bool shared)
    {
        var step = ActionShapes.AddTo(new ObjectShape<StepConfig>(name, "{ \"goto\": \"/\" }")
                .Key("name", new TextShape("a name", 1, 200), (one, text) => one.Name = text, "Shown in records and alerts; default: made from the action."))
            .Key(Actions, new ListShape<ActionStepConfig>(ActionShapes.One, "actions", 2, 20), (one, actions) => one.Actions = actions, "Several actions that are one interaction for a person; the last one counts as the step's own.");
        if (!shared)
            step.Key(Use, NameText.Shape, (one, used) => one.Use = used, "The name of shared steps that stand here; nothing else stands beside it.");
        return step
            .Key("ready", ReadyText.Shape, (one, ready) => one.Ready = ReadyText.Parse(ready), "What to wait for before the action; default: nothing.")
            .Key("expect", ExpectShapes.Expect, (one, expect) => one.Expect = expect, "What the page must show afterwards; the last to hold ends the response.")
            .Key("timeout", new DurationShape(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10)), (one, timeout) => one.Timeout = timeout, "The longest the step may take; default: what is left of the scenario's, 2s for an optional step.")
            .Key("budgets", new BudgetsShape(), (one, budgets) => one.Budgets = budgets, "Limits for this step.")
            .Key("dialog", Dialog, (one, dialog) => one.Dialog = dialog, "How the dialogs that it raises are answered; default: dismissed.")
            .Key("optional", new FlagShape(), (one, optional) => one.Optional = optional, "Whether it is tried for a moment only, and is no failure where it can't be done; default: false.")
            .Key("when", When, (one, when) => one.When = when, "The step is left out unless this holds as it begins.")
            .Key("repeat", new NumberShape(2, 100, whole: true), (one, times) => one.Repeat = (int)times, "How many times it is done, each a step of its own.")
            .Key("in", new ChoiceShape("\"popup\"", ["popup"]), (one, place) => one.In = place, "popup: the step is done in the pop-up or tab that was opened last; default: in the page that the scenario began with.")
            .Key("capture", new MapShape<CaptureConfig>(CaptureShapes.Capture, VariableText.Pattern, VariableText.Must), (one, captures) => one.Capture = captures, "What is read from the page afterwards, by variable: later steps write ${name}.")
            .Rule(new OneKey("one action:", [.. ActionShapes.Names, Actions, .. shared ? [] : (string[])[Use]], "make a step of each"));
    }
}
