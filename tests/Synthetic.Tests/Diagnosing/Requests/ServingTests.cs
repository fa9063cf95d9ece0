using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Diagnosing.Requests;

public sealed class ServingTests
{
    [TestCase("cfCacheStatus;desc=\"DYNAMIC\", cfEdge;dur=4,cfOrigin;dur=5", "by Cloudflare, cache dynamic")]
    [TestCase("cfCacheStatus;desc=\"HIT\", dc;desc=ams, cache;desc=miss", "by Cloudflare, cache hit", Description = "the outermost, and nothing of those behind it")]
    [TestCase("cdn-upstream-layer;desc=\"EDGE\",cdn-cache-miss,cdn-pop;desc=\"PHX50-C2\"", "by CloudFront PHX50-C2, cache miss")]
    [TestCase("cdn-cache-hit,cdn-pop;desc=\"DUB2-C1\"", "by CloudFront DUB2-C1, cache hit")]
    [TestCase("cdn-cache-refresh", "by CloudFront, cache refresh")]
    [TestCase("cdn-pop;desc=\"DUB2-C1\"", "by CloudFront DUB2-C1")]
    [TestCase("cdn-cache; desc=MISS, edge; dur=22, origin; dur=369", "by Akamai, cache miss")]
    [TestCase("cdn-cache; desc=REVALIDATED, cdn-cache; desc=HIT", "by Akamai, cache revalidated")]
    [TestCase("time-elapsed;dur=1,fastly-pop;desc=FRA,hit-state;desc=HIT-CLUSTER", "by Fastly FRA, cache hit-cluster")]
    [TestCase("atl-edge;dur=552,atl-edge-pop;desc=\"aws-us-east-1\"", "by Atlassian aws-us-east-1")]
    [TestCase("a8c-cdn, dc;desc=ams, cache;desc=HIT;dur=1.0", "by WordPress.com ams, cache hit")]
    [TestCase("cache;desc=\"hit-front\", host;desc=\"cp2031\"", "from cp2031, cache hit-front")]
    [TestCase("varnish;desc=miss_hit_stale, dc;desc=fastly_g", "from fastly_g, cache miss_hit_stale")]
    [TestCase("host;desc=web1, edge;desc=\"DFW\"", "from DFW")]
    [TestCase("miss, db;dur=53", "with cache state miss")]
    [TestCase("MISS", "with cache state miss")]
    public void AHeaderSaysWhereAResponseWasServedFrom(string header, string served) => Assert.That($"{Of(header)}", Is.EqualTo(served));

    [TestCase("db;dur=5")]
    [TestCase("cache;desc=\"Cache Read\";dur=23.2", Description = "a description, no state")]
    [TestCase("cache;desc=\"hit me with a sentence\"")]
    [TestCase("edge;dur=22", Description = "a duration, no place")]
    [TestCase("dc;desc=\"\"")]
    [TestCase("dc;desc=\"../../etc\"")]
    [TestCase("dc;desc=\"ams\u001b[31m\", cache;desc=\"hit\n\"")]
    [TestCase("dc;desc=\"<script>alert(1)</script>\"")]
    [TestCase("dc;desc=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Description = "65 letters")]
    [TestCase("cache;desc=hit_aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [TestCase("cdn-cachehit")]
    public void WhatIsNoStateAndNoPlaceIsNotTakenForOne(string header) => Assert.That(Of(header), Is.Null);

    [Test]
    public void TheRecordHoldsItWithItsRequest()
    {
        var record = new EvidenceBuilder().Clicks().Fetches(6, 400, "cdn-cache-miss,cdn-pop;desc=\"PHX50-C2\"").Fetches(7, 40, "db;dur=5").Shows(440).Record();
        Assert.That(record.Steps[0].Requests.Select(r => r.ServedFrom), Is.EqualTo(new[] { new ServedFrom { Cache = "miss", Place = "PHX50-C2", By = "cloudfront" }, null }));
        Assert.That(RunJson.Write(record), Does.Contain("\"servedFrom\":{\"cache\":\"miss\",\"place\":\"PHX50-C2\",\"by\":\"cloudfront\"}").And.Not.Contain("\"servedFrom\":null"));
    }

    private static ServedFrom? Of(string header) => Serving.Of(ServerTimingHeader.Parse(header));
}
