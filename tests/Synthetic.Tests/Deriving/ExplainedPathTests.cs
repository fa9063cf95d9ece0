using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Deriving;

/// <summary>Why a request is on the path, by what put it there.</summary>
public sealed class ExplainedPathTests
{
    [Test]
    public void ARequestThatEndedBeforeAScript() =>
        AssertReason(
            new EvidenceBuilder().Clicks().Fetches(5, 200, "db;dur=190").Runs(210, 60, invoker: "Response.json.then").Shows(300)
                .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 268 }),
            "the last to end before the script Response.json.then that ran before the result's change");

    [Test]
    public void AnAnswerOfWhichTheHeadersWereEnough() =>
        AssertReason(
            new EvidenceBuilder().Clicks().Fetches(5, 250, "auth;dur=240", download: 500).Shows(275)
                .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 259 }),
            "its headers came just before the result's change, its body later");

    [Test]
    public void AnAnswerOfWhichThePartsThatCameWereEnough() =>
        AssertReason(
            new EvidenceBuilder().Clicks().Fetches(5, 250, "auth;dur=240", download: 500).Shows(400)
                .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 380 }),
            "its first byte came before the result's change, later than the end of any other; the rest came after");

    [Test]
    public void AnImageThatIsTheResult()
    {
        const string Image = EvidenceBuilder.Page + "picture.svg";
        AssertReason(
            new EvidenceBuilder().Clicks().Fetches(10, 250, "cdn;dur=240", url: Image, initiator: "img", method: "GET")
                .Shows(280).Step(s => s with { ExpectationImage = Image }),
            "the image that the result is");
    }

    [Test]
    public void AStyleSheetThatAScriptPutIn() =>
        AssertReason(
            new EvidenceBuilder().Clicks().Fetches(10, 250, url: EvidenceBuilder.Page + "late.css", initiator: "link", method: "GET").Shows(290)
                .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 268 }),
            "style sheet loaded just before the result's change");

    [Test]
    public void ARequestThatOnlyTheNetworkSaw() =>
        AssertReason(
            new EvidenceBuilder().Clicks().Exchange(new NetworkExchange
            {
                Url = EvidenceBuilder.Page + "api/worker",
                Method = "GET",
                ResourceType = "fetch",
                StartMs = EvidenceBuilder.Click + 10,
                RequestStart = 1,
                ResponseStart = 240,
                ResponseEnd = 245,
                Status = 200,
            }).Shows(275),
            "the last to end before the result was painted; only the network saw it, so it may have ended earlier than that says");

    [Test]
    public void AResultThatWaitedForNoRequestHasAnEmptyPath() =>
        Assert.That(ExplainedPath.Of(new EvidenceBuilder().Clicks().Shows(300).Build()).Single().Requests, Is.Empty);

    private static void AssertReason(EvidenceBuilder evidence, string reason)
    {
        var path = ExplainedPath.Of(evidence.Build()).Single();
        Assert.That(path.Requests.Select(r => r.Reason), Is.EqualTo(new[] { reason }));
        Assert.That(path.Requests.Select(r => r.Id), Is.EqualTo(evidence.Response().Path));
    }
}
