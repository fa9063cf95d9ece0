using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What a step reads from the page, for later steps.</summary>
internal static class CaptureShapes
{
    public static Shape<CaptureConfig> Capture { get; } = new ObjectShape<CaptureConfig>("capture", "{ \"text\": LOCATOR }")
        .Key("text", LocatorShapes.Locator, (capture, locator) => Element(capture, CaptureSource.Text, locator), "The text that an element shows.")
        .Key("value", LocatorShapes.Locator, (capture, locator) => Element(capture, CaptureSource.Value, locator), "A field's value.")
        .Key("attribute", new TextShape("an attribute's name", 1, 200), (capture, name) => Place(capture, CaptureSource.Attribute, name), "The name of an attribute of the element of.")
        .Key("of", LocatorShapes.Locator, (capture, locator) => capture.Of = locator, "The element that has the attribute.")
        .Key("url", new FlagShape(onlyTrue: true), (capture, _) => capture.From = CaptureSource.Url, "The page's address.")
        .Key("response", new TextShape("an address pattern"), (capture, url) => Place(capture, CaptureSource.Response, url), "A glob of the address of a response that came during the step: its body.")
        .Key("json", new TextShape("a path like \"order.id\"", 1, 500), (capture, path) => capture.Json = path, "A field of the response's JSON: names and indexes, with dots between.")
        .Key("match", new TextShape("a regular expression", 1, 1000) { Problem = Problem }, (capture, match) => capture.Match = match, "A regular expression; its first group is kept, or all that it matches.")
        .Rule(new OneKey("one of", ["text", "value", "attribute", "url", "response"], "keep one"))
        .Rule(new DependentKey("attribute", "of"))
        .Rule(new DependentKey("of", "attribute"))
        .Rule(new DependentKey("json", "response"));

    private static void Element(CaptureConfig capture, CaptureSource from, LocatorConfig locator) => (capture.From, capture.Of) = (from, locator);

    private static void Place(CaptureConfig capture, CaptureSource from, string detail) => (capture.From, capture.Detail) = (from, detail);

    private static (string Must, string? Advice)? Problem(string text, ReadContext context)
    {
        try
        {
            _ = new Regex(text, RegexOptions.None, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (ArgumentException error)
        {
            return ("must be a regular expression", ConfigNode.Plain(error.Message));
        }
    }
}
