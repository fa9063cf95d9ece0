using Synthetic.Core.Evidence;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Advising;

/// <summary>What nobody says, where saying it would change the verdict; and what says too much.</summary>
public sealed class MissingTimingTests
{
    private const string Page = EvidenceBuilder.Page;
    private const string Tag = "https://ads.example/tag";

    [Test]
    public void AServerThatSaysNothingIsAskedToSpeak() =>
        new EvidenceBuilder().Clicks().Fetches(6, 400).Shows(440).AssertSays(
            "server-timing", null,
            "Have POST /api/orders answer with a Server-Timing header: without it, server and network can't be told apart in 400 ms of the 440 ms response (91 %)");

    [Test]
    public void AHeaderWithoutDurationsNeedsThem()
    {
        var advice = new EvidenceBuilder().Clicks().Fetches(6, 400, "cache;desc=hit").Shows(440).Advice("server-timing").Single();
        Assert.That(advice.Text, Does.StartWith("Have POST /api/orders answer with a Server-Timing header that has durations: "));
    }

    [Test]
    public void AnotherSitesServerIsItsOwnersMatter()
    {
        var advice = new EvidenceBuilder().Clicks().Fetches(6, 400, url: Tag, method: "GET").Shows(440).Advice("server-timing").Single();
        Assert.That(advice.Text, Does.StartWith("Have GET /tag of ads.example answer with a Server-Timing header: "));
    }

    [Test]
    public void OnlyThoseThatMatterAreNamed()
    {
        var advice = new EvidenceBuilder().Clicks().Fetches(6, 300, url: Tag, method: "GET").Fetches(312, 100).Fetches(418, 12, url: Page + "api/c").Shows(450).Advice("server-timing").Single();
        Assert.That(advice.Text, Does.StartWith("Have GET /tag of ads.example and POST /api/orders answer").And.Contains("in 400 ms of the 450 ms response (89 %)"));
    }

    [Test]
    public void WhereAnotherTookTheTimeSilenceCostNothing() =>
        new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=390").Fetches(412, 40, url: Page + "api/b").Shows(470).AssertSilent("server-timing");

    [Test]
    public void ARequestThatFailedHasNothingToSay() =>
        new EvidenceBuilder().Clicks().Fetches(6, 400, error: "net::ERR_EMPTY_RESPONSE").Shows(440).AssertSilent("server-timing");

    [Test]
    public void WhatNoMetricNamesIsLookedForAtTheEdge() =>
        new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=20, total;dur=30").Shows(440).AssertSays(
            "server-timing", null,
            "Have what stands in front of POST /api/orders (gateway, queue, first middleware) report in Server-Timing, too: "
            + "370 ms of the 440 ms response (84 %) are in no metric, so they may be the network or work that nobody measures");

    [Test]
    public void AnOriginThatHidesItsTimesIsAskedToAllowThem() =>
        Hidden().Shows(440).AssertSays(
            "timing-allow-origin", null,
            "Have ads.example send Timing-Allow-Origin: the page may see no more than begin and end of GET /tag of ads.example, and 405 ms of the 440 ms response (92 %) can't be told apart");

    [Test]
    public void WhatTheNetworkSawNeedsNoPermission() =>
        new EvidenceBuilder().Clicks().Fetches(6, 400, "ads;dur=390", Opaque, url: Tag, method: "GET").Shows(440).AssertSilent("timing-allow-origin");

    [Test]
    public void ASmallHiddenPartCostNothing() =>
        Hidden(60).Fetches(80, 340, "db;dur=330").Shows(440).AssertSilent("timing-allow-origin");

    [Test]
    public void ThePagesOwnOriginNeedsNoPermission()
    {
        var own = new EvidenceBuilder().Clicks().Document(d => d with { Resources = [Entry(Page + "api/a", 400)] }).Shows(440);
        own.AssertSilent("timing-allow-origin");
    }

    [TestCase(200, "it has 2,199 bytes; over 2,048 bytes it competes with cookies for the room that proxies give all headers")]
    [TestCase(400, "it has 4,399 bytes; over 4,096 bytes nginx as a proxy answers 502 unless told otherwise")]
    [TestCase(800, "it has 8,799 bytes; over 8,192 bytes many servers and proxies refuse the whole response")]
    public void AHeaderThatIsTooLargeNamesItsRisk(int metrics, string risk) =>
        new EvidenceBuilder().Clicks().Fetches(6, 20, Bloated(metrics)).Fetches(30, 20, "db;dur=1").Shows(60).AssertSays(
            "trim-header", null, $"Trim the Server-Timing header of POST /api/orders: {risk}");

    [Test]
    public void SeveralLargeHeadersAreOneAdvice()
    {
        var advice = new EvidenceBuilder().Clicks().Fetches(6, 20, Bloated(200)).Fetches(30, 20, Bloated(400)).Shows(60).Advice("trim-header").Single();
        Assert.That(advice.Text, Does.Contain("it has 4,399 bytes").And.EndsWith(", and 1 more is over 2,048 bytes"));
    }

    [Test]
    public void AHeaderOfTwoKilobytesIsFine() => new EvidenceBuilder().Clicks().Fetches(6, 20, Bloated(186)).Shows(60).AssertSilent("trim-header");

    private static string Bloated(int metrics) => string.Join(',', Enumerable.Range(1, metrics).Select(i => $"x{i:000};dur=0"));

    private static EvidenceBuilder Hidden(double ms = 405) =>
        new EvidenceBuilder().Clicks().Document(d => d with { Resources = [Entry(Tag, ms)] });

    private static ResourceTiming Entry(string url, double ms) =>
        new() { Url = url, Initiator = "fetch", Start = EvidenceBuilder.Click + 6, FetchStart = EvidenceBuilder.Click + 6, ResponseEnd = EvidenceBuilder.Click + 6 + ms };

    private static ResourceTiming Opaque(ResourceTiming entry) =>
        entry with { DomainLookupStart = 0, ConnectStart = 0, ConnectEnd = 0, RequestStart = 0, ResponseStart = 0, Status = 0, ServerTiming = [] };
}
