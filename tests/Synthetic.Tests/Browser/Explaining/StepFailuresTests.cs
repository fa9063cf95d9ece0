using Synthetic.Browser.Driving;
using Synthetic.Browser.Explaining;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Tests.Browser.Explaining;

internal sealed class StepFailuresTests
{
    private static readonly Step Click = new() { Index = 1, Name = "click #buy", Action = StepAction.Click, Target = new Locator(LocatorKind.Selector, "#buy") };
    private static readonly ExpectationException Expected = new(new Awaited("the page to show \"done\"", new Locator(LocatorKind.Text, "done")), new TimeoutException());

    [Test]
    public void AHostilePageMakesNoLongMessageAndNoControlCharacters()
    {
        var hostile = "\u001b[31m\u202Eevil\n" + new string('x', 5000);
        var element = new SeenElement { Role = hostile, Name = $"done {hostile}", Tag = hostile, Place = hostile, Hidden = hostile };
        var failure = Of(Expected, new Findings
        {
            Matches = new Matches(0, []),
            Page = new PageLook { Title = hostile, Headline = hostile, Text = hostile, Elements = [element, null] },
        });

        Assert.That(failure.Message, Has.Length.LessThanOrEqualTo(1000).And.Not.Contains("\u001b").And.Not.Contains("\n").And.Not.Contains("\u202E"));
    }

    [Test]
    public void ASecretOfThePageIsHiddenBeforeItsTextIsCut()
    {
        var text = new string('x', 190) + " hunter2hunter2 " + new string('y', 100);
        var failure = Of(Expected, new Findings { Matches = new Matches(0, []), Page = new PageLook { Text = text } });
        Assert.That(failure.Message, Does.Not.Contain("hunter").And.Contain("xxx ***"));
    }

    [Test]
    public void ATimeUsedUpSaysWhichToMakeLonger() =>
        Assert.That(
            Of(new TimeUsedUpException(TimeSpan.FromSeconds(20)), new Findings()).Message,
            Is.EqualTo("the 20 s of the run were used up before this step; give the scenario a longer \"timeout\", or the steps before one of their own"));

    [Test]
    public void APageThatSaysNothingLeavesThePlainSentence() =>
        Assert.That(Of(Expected, new Findings()).Message, Is.EqualTo("expected the page to show \"done\" within 1.5 s"));

    [Test]
    public void WhatWentOnBesideIsToldAsFarAsThereIsRoom()
    {
        var requests = Enumerable.Range(0, 3).Select(n => $"GET http://shop.example/{n}/{new string('a', 280)} answered 500").ToArray();
        var failure = new StepFailures(Text).Of(new StepTrouble(Click, Expected, TimeSpan.FromSeconds(1.5), "http://shop.example/")
        {
            Meanwhile = new Meanwhile { Requests = requests, Incidents = [new Incident("page-error", "TypeError: x is null\n  at y")], ConsoleErrors = ["oh"] },
        });

        Assert.That(failure.Message, Does.Contain("; a script of the page threw: TypeError: x is null (at y); GET http://shop.example/0/").And.EndsWith("; its console says \"oh\""));
        Assert.That(failure.Message, Has.Length.LessThanOrEqualTo(1000));
    }

    [Test]
    public void NoMoreThanFiveElementsAreNamed()
    {
        var elements = Enumerable.Range(1, 10).Select(n => new SeenElement { Role = "button", Name = $"Save {n}", Tag = "button", Place = "main" }).ToArray();
        var failure = Of(new Microsoft.Playwright.PlaywrightException("strict mode violation: Locator(\"button\") resolved to 40 elements"), new Findings { Matches = new Matches(40, elements) });

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Scenario));
        Assert.That(failure.Candidates, Has.Count.EqualTo(5));
        Assert.That(failure.Message, Does.Contain("40 elements match").And.Contain("\"nth\": 4 is button \"Save 5\" (in main), and 35 more; write {\"selector\":\"#buy\",\"nth\":0} for the first"));
    }

    [Test]
    public void TwoThatLookAlikeAreToldApartByWhereTheyAre()
    {
        SeenElement Save(string position) => new() { Role = "button", Name = "Save", Tag = "button", Position = position };
        var strict = new Microsoft.Playwright.PlaywrightException("strict mode violation: Locator(\"button\") resolved to 2 elements");

        Assert.That(Of(strict, new Findings { Matches = new Matches(2, [Save("x 8, y 20"), Save("x 8, y 400")]) }).Message,
            Does.Contain("\"nth\": 0 is button \"Save\" (at x 8, y 20), \"nth\": 1 is button \"Save\" (at x 8, y 400)"));
    }

    [Test]
    public void ADownloadIsNoRequestThatFailed()
    {
        var failure = new StepFailures(Text).Of(new StepTrouble(Click, Expected, TimeSpan.FromSeconds(1.5), "http://shop.example/")
        {
            Meanwhile = new Meanwhile
            {
                RequestCount = 2,
                Requests = ["GET http://shop.example/terms was broken off", "GET http://shop.example/terms/more was broken off"],
                Incidents = [new Incident("download", "terms.zip from http://shop.example/terms (not kept)")],
            },
        });

        Assert.That(failure.Message, Does.EndWith("\"expect\": { \"response\": { \"url\": \"http://shop.example/terms\" } }; GET http://shop.example/terms/more was broken off"));
    }

    [TestCase(0, "the step made no request, and no script threw")]
    [TestCase(1, "its one request was answered without an error, and no script threw")]
    [TestCase(3, "its 3 requests were answered without an error, and no script threw")]
    public void WhereNothingWentWrongThatIsSaid(int requests, string said)
    {
        var trouble = new StepTrouble(Click, Expected, TimeSpan.FromSeconds(1.5), "http://shop.example/")
        {
            Finding = new Findings { Changed = true, Page = new PageLook { Text = "Sorry" }, Matches = new Matches(0, []) },
            Meanwhile = new Meanwhile { RequestCount = requests },
        };
        Assert.That(new StepFailures(Text).Of(trouble).Message, Is.EqualTo($"expected the page to show \"done\" within 1.5 s; the page shows \"Sorry\"; {said}: an earlier step is missing, or something else is to be expected, or the page is at fault, and this message is for its developers"));
    }

    [Test]
    public void WhereSomethingNearIsThereThePageIsNotBlamed()
    {
        var page = new PageLook { Text = "Done!", Elements = [new SeenElement { Role = "status", Name = "Dones", Text = "Dones" }] };
        Assert.That(Of(Expected, new Findings { Changed = true, Page = page, Matches = new Matches(0, []) }).Message, Does.EndWith("there is a status \"Dones\"; did you mean that?"));
    }

    private static PageText Text => new(new Redactor([new Secret("PASSWORD", "hunter2hunter2")]));

    private static Failure Of(Exception error, Findings finding) =>
        new StepFailures(Text).Of(new StepTrouble(Click, error, TimeSpan.FromSeconds(1.5), "http://shop.example/") { Finding = finding });
}
