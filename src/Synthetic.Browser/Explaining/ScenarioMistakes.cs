using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Explaining;

/// <summary>Errors of the driver that no page can be blamed for: the scenario asks for what can't be done.</summary>
internal static class ScenarioMistakes
{
    private static readonly string[] OfSelectors =
        ["while parsing selector", "while parsing css selector", "is not a valid selector", "Malformed selector", "Malformed attribute selector", "is not a valid XPath", "Unknown engine", "selector cannot be first", "Selector cannot", "Only one of the selectors"];

    // What is wrong with the element for that action, in the driver's words and in ours.
    private static readonly (string Says, string Ours)[] OfElements =
    [
        ("Element is not a <select> element", "not a select element: other lists of choices take clicks"),
        ("Element is not an <input>", "not a field that text can be entered in: name the field itself, or open it in an earlier step"),
        ("cannot be filled", "of a kind that no text can be entered in: boxes take \"check\", lists \"select\", files \"upload\""),
        ("Cannot type text into input[type=number]", "a field that takes numbers only"),
        ("Malformed value", "a field that does not take that value: dates are written 2026-01-31, times 13:30, colours #ff8800"),
        ("Not a checkbox or radio button", "neither a checkbox nor a radio button: name the box itself, or click what stands for it"),
        ("Node is not an HTMLInputElement", "not a file field: name the input of type file, which may be hidden"),
        ("Non-multiple file input", "a file field that takes only one file"),
        ("Clicking the checkbox did not change its state", "a box that a click did not change: the page may have set it back"),
    ];

    /// <summary>What is wrong with the scenario; <c>null</c> where the error is none of it.</summary>
    public static FailureText? In(StepTrouble trouble, PageText text)
    {
        var (step, message) = (trouble.Step, trouble.Error.Message);
        if (step.Action == StepAction.Upload && step.Values.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            return new FailureText($"there is no file {text.Quote(missing, 300)} to upload");
        if (trouble.Error is not PlaywrightException)
            return null;
        var first = text.Show(Text.FirstLine(message), 400);
        if (message.Contains("Unknown key: ", StringComparison.Ordinal))
            return new FailureText($"there is no such key to press ({first}); keys are named like \"Enter\", \"a\" or \"Control+A\", and \"type\" enters any text");
        if (message.Contains("Cannot navigate to invalid URL", StringComparison.Ordinal))
            return new FailureText($"{text.Quote(step.Values is [var address, ..] ? address : "", 300)} is no address that can be opened");
        if (OfSelectors.Any(said => message.Contains(said, StringComparison.Ordinal)))
            return new FailureText($"a selector can't be read: {first}");
        return OfElements.FirstOrDefault(one => message.Contains(one.Says, StringComparison.Ordinal)) is { Ours: { } ours }
            ? new FailureText($"could not {ActionFailures.Verb(step)} {text.Show(step.Target?.ToString())}: it is {What(trouble.Finding.Matches?.First, text)}{ours}")
            : null;
    }

    private static string What(SeenElement? e, PageText text)
    {
        if (e is null)
            return "";
        var name = new Elements(text).Name(e);
        return e.Tag is { Length: > 0 } tag && !name.Contains(tag, StringComparison.Ordinal) ? $"{name} ({text.Show(tag)}), " : $"{name}, ";
    }
}
