using Synthetic.Browser.Explaining;

namespace Synthetic.Tests.Browser.Explaining;

internal sealed class ActionLogTests
{
    private const string Begin = "Timeout 1000ms exceeded.\nCall log:\n  - waiting for Locator(\"button\")\n";
    private const string Found = Begin + "    - locator resolved to <button>element is not stable</button>\n  - attempting click action\n";

    [TestCase(Begin, Obstacle.Missing)]
    [TestCase(Found + "    2 × waiting for element to be visible, enabled and stable\n      - <div id=\"veil\"></div> intercepts pointer events\n    - retrying click action\n    - waiting 20ms\n", Obstacle.Covered)]
    [TestCase(Found + "    12 × waiting for element to be visible, enabled and stable\n       - element is not enabled\n     - retrying click action\n", Obstacle.Disabled)]
    [TestCase(Found + "    - element is not visible\n    - retrying click action\n", Obstacle.Hidden)]
    [TestCase(Found + "    3 × element is not stable\n", Obstacle.Moving)]
    [TestCase(Found + "    - element is outside of the viewport\n", Obstacle.Outside)]
    [TestCase(Found + "  - element was detached from the DOM, retrying\n", Obstacle.Detached)]
    [TestCase(Found + "    - did not find some options\n", Obstacle.NoOption)]
    [TestCase(Found + "    - click action done\n    - waiting for scheduled navigations to finish\n", Obstacle.Navigating)]
    [TestCase("The operation has timed out.", Obstacle.Unknown)]
    public void WhatStoodInTheWayIsReadFromTheLastThingThatWasSeen(string message, object expected) =>
        Assert.That(ActionLog.Read(message).Obstacle, Is.EqualTo(expected));

    [Test]
    public void WordsOfThePageAreNotTakenForTheDrivers() =>
        Assert.That(ActionLog.Read(Found).Obstacle, Is.EqualTo(Obstacle.Unknown), "a button that says \"element is not stable\"");
}
