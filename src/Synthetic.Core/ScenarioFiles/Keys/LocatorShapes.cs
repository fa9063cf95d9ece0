using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>LOCATOR: how an element is found.</summary>
internal static class LocatorShapes
{
    // What a step reads may be a part of it: then it is known only while the steps run.
    private static readonly TextShape Selector = new("a selector") { Problem = (text, _) => text.Contains("${", StringComparison.Ordinal) ? null : SelectorText.Problem(text) };
    private static readonly string[] Ways = ["role", "testId", "label", "text", "placeholder", "selector"];
    private static readonly DeferredShape<LocatorConfig> Other = new(() => Locator!);

    public static Shape<LocatorConfig> Locator { get; } = new ShortOrFullShape<LocatorConfig>(
        "a selector, or an object like { \"role\": \"button\", \"name\": \"Save\" }",
        Selector,
        selector => new LocatorConfig { Kind = LocatorKind.Selector, Value = selector },
        Keys(new ObjectShape<LocatorConfig>("locator")).Rule(OneWay(Ways)));

    public static Shape<ScrollConfig> Scroll { get; } = new ShortOrFullShape<ScrollConfig>(
        "a selector, an object like { \"testId\": \"footer\" }, or { \"by\": 600 }",
        Selector,
        selector => new ScrollConfig { Kind = LocatorKind.Selector, Value = selector },
        Keys(new ObjectShape<ScrollConfig>("scroll"))
            .Key("by", new NumberShape(-100_000, 100_000, whole: true), (scroll, by) => scroll.By = (int)by, "CSS pixels down; negative for up.")
            .Rule(OneWay([.. Ways, "by"])));

    private static OneKey OneWay(string[] keys) => new("one of", keys, "keep the one that finds it");

    private static ObjectShape<T> Keys<T>(ObjectShape<T> shape)
        where T : LocatorConfig, new() => shape
        .Key("role", new ChoiceShape("an ARIA role", AriaRoles.All), (locator, role) => Set(locator, LocatorKind.Role, role), "ARIA role.")
        .Key("name", new TextShape("an accessible name"), (locator, name) => locator.Name = name, "Accessible name, together with role: a part of it will do, in any case.")
        .Key("testId", new TextShape("a test id"), (locator, id) => Set(locator, LocatorKind.TestId, id), "Value of data-testid.")
        .Key("label", new TextShape("a label"), (locator, label) => Set(locator, LocatorKind.Label, label), "A form field's label.")
        .Key("text", new TextShape("a text"), (locator, text) => Set(locator, LocatorKind.Text, text), "Text the element shows.")
        .Key("placeholder", new TextShape("a placeholder"), (locator, text) => Set(locator, LocatorKind.Placeholder, text), "A field's placeholder.")
        .Key("selector", Selector, (locator, selector) => Set(locator, LocatorKind.Selector, selector), "A Playwright selector, where more than that has to be said.")
        .Key("exact", new FlagShape(), (locator, exact) => locator.Exact = exact, "Whether name, label, text or placeholder must be the whole one, in the same case; default: false.")
        .Key("hasText", new TextShape("a text"), (locator, text) => locator.HasText = text, "A text it must contain, in any case.")
        .Key("nth", new NumberShape(0, 10_000, whole: true), (locator, nth) => locator.Nth = (int)nth, "Which of several, counted from 0.")
        .Key("first", new FlagShape(onlyTrue: true), (locator, _) => locator.Nth = 0, "The first of several.")
        .Key("last", new FlagShape(onlyTrue: true), (locator, _) => locator.Nth = -1, "The last of several.")
        .Key("within", Other, (locator, within) => locator.Within = within, "An element it must be inside of.")
        .Key("frame", Other, (locator, frame) => locator.Frame = frame, "The iframe it is in.")
        .Rule(new DependentKey("name", "role"))
        .Rule(new DependentKey("exact", "name", "label", "text", "placeholder"))
        .Rule(new AtMostOneKey(["nth", "first", "last"], "keep the one that tells which"));

    private static void Set(LocatorConfig locator, LocatorKind kind, string value) => (locator.Kind, locator.Value) = (kind, value);
}
