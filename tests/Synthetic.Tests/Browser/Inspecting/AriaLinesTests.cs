using Synthetic.Browser.Inspecting;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Browser.Inspecting;

public sealed class AriaLinesTests
{
    [Test]
    public void EachElementGetsALocatorThatFindsItAlone() => Assert.That(
        Lines("""
            - banner:
              - link "Home":
                - /url: /
            - list:
              - listitem:
                - text: Milk
                - button "Edit"
              - listitem:
                - button "Edit" [disabled]
            - button "Edit all"
            - 'button "Save: it''s \"done\""'
            - textbox "Name": Ada
            - checkbox [checked]
            - heading "Cart" [level=2]
            - paragraph: Thank you
            """),
        Is.EqualTo(new[]
        {
            """{"role":"link","name":"Home"} """,
            """{"role":"button","name":"Edit","exact":true,"nth":0} """,
            """{"role":"button","name":"Edit","exact":true,"nth":1} disabled""",
            """{"role":"button","name":"Edit all"} """,
            """{"role":"button","name":"Save: it's \"done\""} """,
            """{"role":"textbox","name":"Name"} """,
            """{"role":"checkbox"} checked""",
            """{"role":"heading","name":"Cart"} level=2""",
        }));

    [Test]
    public void WhatIsInAFrameSaysSo() => Assert.That(
        LocatorText.Json(AriaLines.Read("- button \"Pay\"", new Locator(LocatorKind.Selector, "#pay")).Single().Locator),
        Is.EqualTo("""{"role":"button","name":"Pay","frame":"#pay"}"""));

    [Test]
    public void ALineThatIsNoElementIsPassedOver() => Assert.That(Lines("- text: hello\nnonsense\n- button \"broken \\q\"\n"), Is.EqualTo(new[] { """{"role":"button"} """ }));

    private static IEnumerable<string> Lines(string snapshot) =>
        AriaLines.Read(snapshot, frame: null).Select(element => $"{LocatorText.Json(element.Locator)} {string.Join(", ", element.State)}");
}
