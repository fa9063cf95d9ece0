using System.Globalization;
using Synthetic.Core.ScenarioFiles.Config;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What a step may expect of the page.</summary>
internal static class ExpectShapes
{
    private static readonly TextShape Value = new("a value", 0, 4000);

    private static readonly Shape<ResponseConfig> Response = new ObjectShape<ResponseConfig>("expectedResponse", "{ \"url\": \"/api/orders\", \"status\": 201 }")
        .Key("url", new TextShape("an address pattern"), (response, url) => response.Url = url, "A glob of its address; relative ones start at baseUrl.")
        .Key("status", new NumberShape(100, 599, whole: true), (response, status) => response.Status = (int)status, "Its HTTP status; default: any below 400.")
        .Rule(new RequiredKey("url"));

    public static Shape<ExpectConfig> Expect { get; } = new ObjectShape<ExpectConfig>("expect", "{ \"text\": \"1 item\" }")
        .Key("visible", LocatorShapes.Locator, (expect, locator) => expect.Visible = locator, "An element that must be visible.")
        .Key("hidden", LocatorShapes.Locator, (expect, locator) => expect.Hidden = locator, "An element that must not be visible.")
        .Key("text", new TextShape("a text"), (expect, text) => expect.Text = text, "A text the page must show.")
        .Key("frame", LocatorShapes.Locator, (expect, frame) => expect.Frame = frame, "The iframe that must show the text; default: the page itself.")
        .Key("url", new TextShape("an address pattern"), (expect, url) => expect.Url = url, "A glob the address must match; relative ones start at baseUrl.")
        .Key("title", new TextShape("a title"), (expect, title) => expect.Title = title, "A text the title must contain.")
        .Key("value", Element("expectedValue", Value, named: false), (expect, element) => expect.Value = element, "A field's value.")
        .Key("count", Count(), (expect, element) => expect.Count = element, "How many elements there must be.")
        .Key("attribute", Element("expectedAttribute", Value, named: true), (expect, element) => expect.Attribute = element, "An attribute of an element.")
        .Key("enabled", LocatorShapes.Locator, (expect, locator) => expect.Enabled = locator, "An element that must be usable.")
        .Key("disabled", LocatorShapes.Locator, (expect, locator) => expect.Disabled = locator, "An element that must not be usable.")
        .Key("response", Response, (expect, response) => expect.Response = response, "A response that must have come during the step.")
        .Key("console", new ChoiceShape("\"clean\"", ["clean"]), (expect, console) => expect.Console = console, "clean: the page must have logged no error during the step.")
        .NotEmpty()
        .Key("settled", new FlagShape(), (expect, settled) => expect.Settled = settled, "Whether the response ends only where what moves or fades in has come to rest; default: false.")
        .Rule(new DependentKey("frame", "text"));

    private static ObjectShape<ElementConfig> Element(string name, Shape<string> value, bool named)
    {
        var shape = Of(name, named ? "{ \"of\": \"#menu\", \"name\": \"aria-expanded\", \"is\": \"true\" }" : "{ \"of\": \"#total\", \"is\": \"3\" }")
            .Key("is", value, (element, text) => element.Is = text, "What it must be.")
            .Rule(new RequiredKey("is"));
        return named
            ? shape.Key("name", new TextShape("an attribute's name", 1, 200), (element, attribute) => element.Name = attribute, "The attribute's name.").Rule(new RequiredKey("name"))
            : shape;
    }

    private static ObjectShape<ElementConfig> Count() => Of("expectedCount", "{ \"of\": \"li\", \"is\": 3 }")
        .Key("is", new NumberShape(0, 100_000, whole: true), (element, count) => element.Is = count.ToString(CultureInfo.InvariantCulture), "How many.")
        .Rule(new RequiredKey("is"));

    private static ObjectShape<ElementConfig> Of(string name, string example) => new ObjectShape<ElementConfig>(name, example)
        .Key("of", LocatorShapes.Locator, (element, locator) => element.Of = locator, "The element.")
        .Rule(new RequiredKey("of"));
}
