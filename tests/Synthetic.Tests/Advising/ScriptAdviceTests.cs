using Synthetic.Core.Records;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Advising;

/// <summary>Scripts that inputs and paints waited for.</summary>
public sealed class ScriptAdviceTests
{
    private const string Page = EvidenceBuilder.Page;

    [Test]
    public void ALongHandlerIsToBeBrokenUp() =>
        new EvidenceBuilder().Clicks(handlers: 300).Runs(2, 298, function: "placeOrder").AssertSays(
            "break-up-task", 248,
            "Break up BUTTON#order.onclick (placeOrder in shop.example/shop.js), so that the page can paint after the first 50 ms: "
            + "it kept the main thread for 298 ms of the 311 ms INP (96 %) in one go");

    [Test]
    public void AnInputThatWaitedNamesWhatItWaitedFor() =>
        new EvidenceBuilder().Runs(-50, 250, invoker: "TimerHandler:setTimeout").Clicks(delay: 201).AssertSays(
            "break-up-task", 150,
            "Break up TimerHandler:setTimeout (shop.example/shop.js) into tasks of 50 ms at most: it ran for 250 ms in one go, "
            + "and the click on #order had to wait for it, 200 ms of the 216 ms INP (93 %)");

    [Test]
    public void ManyShortTasksAreBrokenUpAlready()
    {
        var evidence = new EvidenceBuilder().Clicks(delay: 200);
        for (var i = 0; i < 5; i++)
            evidence.Runs(i * 40, 40, invoker: "TimerHandler:setTimeout");
        evidence.AssertSilent("break-up-task");
    }

    [Test]
    public void WhatSavesAFewMillisecondsIsNotWorthIt() =>
        new EvidenceBuilder().Clicks(handlers: 60, paint: 60).Runs(2, 60).AssertSilent("break-up-task");

    [Test]
    public void AScriptThatStoodStillForARequestIsNoWork() =>
        new EvidenceBuilder().Clicks(handlers: 420).Runs(2, 419, pause: 404)
            .Fetches(6, 400, "db;dur=350", initiator: "xmlhttprequest").Shows(436).AssertSilent("break-up-task");

    [Test]
    public void WorkAfterTheResponseIsNotINPs() =>
        new EvidenceBuilder().Clicks().Fetches(6, 50, "db;dur=45").Runs(62, 250, render: 10, invoker: "Response.json.then", type: "resolve-promise").Shows(322)
            .AssertSilent("break-up-task");

    [Test]
    public void HandlersWithoutALongFrameAreNamedByTheirInput()
    {
        var advice = new EvidenceBuilder().Clicks(handlers: 300).Advice("break-up-task").Single();
        Assert.That(advice.Text, Does.StartWith("Break up the handlers of the click on #order, so that"));
        Assert.That(advice.SavingMs, Is.EqualTo(250).Within(0.05));
    }

    [Test]
    public void LayoutInTheMiddleOfAScriptIsSaidOnceForBothWindows() =>
        new EvidenceBuilder().Clicks(handlers: 300).Runs(2, 298, forced: 120).Shows(312).AssertSays(
            "forced-layout", 120,
            "Read sizes and positions before changing the page in BUTTON#order.onclick (shop.example/shop.js): it forced 120 ms of style and layout "
            + "in the middle of its 298 ms, 120 ms of the 312 ms response (38 %)");

    [Test]
    public void ALittleLayoutIsNothing() => new EvidenceBuilder().Clicks(handlers: 300).Runs(2, 298, forced: 10).Shows(312).AssertSilent("forced-layout");

    [Test]
    public void LayoutThatMayHaveBeenBeforeTheInputIsNotClaimed() =>
        new EvidenceBuilder().Runs(-150, 300, forced: 140).Clicks(delay: 151).AssertSilent("forced-layout");

    [Test]
    public void TextsOfPagesAreShortAndOnOneLine()
    {
        var advice = new EvidenceBuilder().Clicks(handlers: 300, target: new string('#', 300))
            .Runs(2, 298, invoker: "a\r\nb\u2028c\u0007" + string.Concat(Enumerable.Repeat("😀", 140)), url: "https://x/" + new string('y', 8000), function: "\n").Record().Steps[0].Advice.Single();
        Assert.That(advice.Text, Has.Length.LessThan(600).And.Contains("a  b c "));
        Assert.That(advice.Text.Any(c => char.IsControl(c) || c == '\u2028'), Is.False);
        Assert.That(advice.Text.Replace("😀", "", StringComparison.Ordinal).Any(char.IsSurrogate), Is.False, "no sign is cut in two");
    }

    [Test]
    public void TheLargestSavingComesFirstAndAtMostFiveAreSaid()
    {
        var evidence = new EvidenceBuilder().Clicks(handlers: 1000, paint: 100);
        for (var i = 0; i < 7; i++)
            evidence.Runs(2 + (i * 140), 120 + i, invoker: $"f{i}");
        var advice = evidence.Record().Steps[0].Advice;
        Assert.That(advice.Select(a => a.SavingMs), Is.EqualTo(new[] { 76, 75, 74, 73, 72 }).Within(0.05));
        Assert.That(advice, Has.All.Property(nameof(Advice.Kind)).EqualTo("break-up-task"));
    }
}
