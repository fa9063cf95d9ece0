using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Diagnosing.Requests;

public sealed class ServerAccountTests
{
    // Headers as systems in use send them, with the wait that goes with each and the parts that an expert of the system names.
    [TestCase(391, "cdn-cache; desc=MISS, edge; dur=22, origin; dur=369, ak_p; desc=\"1776475897753\";dur=1", "origin 369, edge 22", TestName = "Akamai, a miss")]
    [TestCase(301, "cdn-cache; desc=HIT, edge; dur=1, ak_p; desc=\"469021\";dur=1", "edge 1", TestName = "Akamai, a hit")]
    [TestCase(310, "cfCacheStatus;desc=\"DYNAMIC\", cfEdge;dur=40, cfOrigin;dur=270", "cfOrigin 270, cfEdge 40", TestName = "Cloudflare")]
    [TestCase(320, "cfCacheStatus;desc=\"DYNAMIC\", cfEdge;dur=20,cfOrigin;dur=0,cfWorker;dur=300", "cfWorker 300, cfEdge 20", TestName = "Cloudflare, a worker")]
    [TestCase(195, "processing;dur=183;desc=\"gc:2\", db;dur=102, render;dur=55, asn;desc=\"8075\", edge;desc=\"DFW\", _y;desc=\"c6\"", "db 102, render 55, app 26", TestName = "Shopify")]
    [TestCase(260, "start_processing.action_controller;dur=0.23, sql.active_record;dur=200.9, instantiation.active_record;dur=0.09, process_action.action_controller;dur=234.3", "sql.active_record 200.9, process_action.action_controller 33.1, start_processing.action_controller 0.2, instantiation.active_record 0.1", TestName = "Rails, SQL")]
    [TestCase(257, "sql.active_record;dur=1.8, process_action.action_controller;dur=234.2", "process_action.action_controller 232.4, sql.active_record 1.8", TestName = "Rails, its own code")]
    [TestCase(3010, "cache_read.active_support;dur=0.4, cache_generate.active_support;dur=3003.9, process_action.action_controller;dur=3006.3", "cache_generate.active_support 3003.9, process_action.action_controller 2, cache_read.active_support 0.4", TestName = "Rails, a cache filled")]
    [TestCase(175, "TimerPanel_utime;dur=37.12, TimerPanel_stime;dur=11.62, TimerPanel_total;dur=48.74, TimerPanel_total_time;dur=169.17, SQLPanel_sql_time;dur=23.13, CachePanel_total_time;dur=0", "TimerPanel_total_time 97.3, TimerPanel_utime 37.1, SQLPanel_sql_time 23.1, TimerPanel_stime 11.6", TestName = "Django Debug Toolbar")]
    [TestCase(180, "wp-before-template;dur=103.19, wp-template;dur=63.48, wp-total;dur=166.67, wp-memory-usage;dur=5795096, wp-db-queries;dur=25, wp-files-loaded;dur=485, wp-cache-hits;dur=1135, wp-bootstrap;dur=91.22", "wp-before-template 103.2, wp-template 63.5", TestName = "WordPress")]
    [TestCase(436, "cdn-upstream-layer;desc=\"EDGE\",cdn-upstream-dns;dur=0,cdn-upstream-connect;dur=114,cdn-upstream-fbl;dur=177,cdn-cache-miss,cdn-pop;desc=\"PHX50-C2\",cdn-downstream-fbl;dur=436", "cdn-upstream-fbl 177, cdn-downstream-fbl 145, cdn-upstream-connect 114", TestName = "CloudFront, a miss")]
    [TestCase(423, "gfet4t7; dur=423", "gfet4t7 423", TestName = "Google")]
    [TestCase(400, "db;dur=212, app;dur=188.8", "db 212, app 188 of 188.8", TestName = "two side by side")]
    [TestCase(495, "miss, db;dur=212, app;dur=188.8, dc;desc=atl, cache;desc=\"Cache Read\";dur=92.8", "db 212, app 188.8, cache 92.8", TestName = "three side by side")]
    [TestCase(490, "db;dur=212, app;dur=188.8, cache;dur=92.8", "db 212, app 188.8, cache 89.2 of 92.8", TestName = "three side by side, a little longer than the wait as the browser saw it")]
    [TestCase(1215, "cdn;dur=5, dispatcher;dur=10, origin;dur=1200", "origin 1200, dispatcher 10, cdn 5", TestName = "Adobe Experience Manager")]
    [TestCase(200, "total;dur=195.0;desc=\"Total Response Time\"", "app 195", TestName = "only a total")]
    [TestCase(260, "marketing;dur=250.1,total;dur=252.3", "marketing 250.1, app 2.2", TestName = "a total and nearly all of it")]
    [TestCase(250, "dtRpid;desc=\"-1426008374\", dtTao;desc=\"1\", dtSInfo;desc=\"0\"", "", TestName = "Dynatrace")]
    [TestCase(250, "cache;desc=\"hit-front\", host;desc=\"cp2031\"", "", TestName = "Wikimedia")]
    [TestCase(300, "total;dur=290.4, db;dur=201.5", "db 201.5, app 88.9", TestName = "Hono")]
    [TestCase(560, "atl-edge;dur=552,atl-edge-internal;dur=18,atl-edge-upstream;dur=538,atl-edge-pop;desc=\"aws-ap-northeast-2\"", "atl-edge-upstream 538, atl-edge-internal 14 of 18", TestName = "Atlassian")]
    [TestCase(560, "jwt;dur=14.9, parse;dur=71.1, plan;dur=109.0, transaction;dur=353.2, response;dur=4.4", "transaction 353.2, plan 109, parse 71.1, jwt 14.9, response 4.4", TestName = "PostgREST, whose response is a step")]
    [TestCase(720, "inner; dur=709,pp;dur=147, total;dur=698;desc=\"Nuxt Server Time\"", "app 551, pp 147, inner 11", TestName = "a total within what surrounds it")]
    [TestCase(310, "db;dur=300, total;dur=100", "db 300, app 10 of 100", TestName = "a total far too short to be one")]
    [TestCase(310, "cfCacheStatus;desc=\"DYNAMIC\", cfEdge;dur=40, cfOrigin;dur=270, db;dur=100", "cfOrigin 170, db 100, cfEdge 40", TestName = "Cloudflare before a server that speaks too")]
    [TestCase(400, "cfEdge;dur=40, cfOrigin;dur=270, db;dur=30", "cfOrigin 240, cfEdge 40, db 30", TestName = "Cloudflare before a server, with time for both")]
    [TestCase(310, "cfEdge;dur=40, cfOrigin;dur=270, sql.active_record;dur=200.9, process_action.action_controller;dur=234.3", "sql.active_record 200.9, cfEdge 40, cfOrigin 35.7, process_action.action_controller 33.4", TestName = "Cloudflare before Rails")]
    [TestCase(320, "cfEdge;dur=10, cfOrigin;dur=20, render;dur=280", "render 280, cfOrigin 20, cfEdge 10", TestName = "a worker's own metric beside its origin")]
    [TestCase(436, "cdn-upstream-dns;dur=0,cdn-upstream-connect;dur=114,cdn-upstream-fbl;dur=177,cdn-cache-miss,cdn-downstream-fbl;dur=436, db;dur=160, total;dur=170", "db 160, cdn-downstream-fbl 145, cdn-upstream-connect 114, app 10, cdn-upstream-fbl 7", TestName = "CloudFront before a server that speaks too")]
    [TestCase(205, "cfRequestDuration;dur=195, processing;dur=183;desc=\"gc:2\", db;dur=102, render;dur=55", "db 102, render 55, app 26, cfRequestDuration 12", TestName = "Cloudflare before Shopify")]
    [TestCase(250, "time-start-msec;dur=1783000000000,time-elapsed;dur=240,fastly-pop;desc=FRA,hit-state;desc=MISS", "time-elapsed 240", TestName = "Fastly")]
    [TestCase(360, "db;dur=340, total;dur=350, request;dur=352", "db 340, app 12", TestName = "two totals")]
    [TestCase(510, "total;dur=300, db;dur=290, cdn-downstream-fbl;dur=500", "db 290, cdn-downstream-fbl 200, app 10", TestName = "a total within a network's")]
    [TestCase(260, "app;dur=250, server;dur=250", "app 250", TestName = "two names for the whole")]
    [TestCase(305, "pricing;dur=290, stock;dur=150, total;dur=303", "pricing 290, stock 13 of 150", TestName = "two at once under a total")]
    [TestCase(300, "db;dur=290, cache;dur=150", "db 290, cache 10 of 150", TestName = "two at once")]
    [TestCase(260, "db;dur=5000", "db 260 of 5000", TestName = "longer than the wait")]
    [TestCase(280, "payments.db.read;dur=150, payments;dur=250, payments.db;dur=200, db;dur=20", "payments 250, db 20", TestName = "another service, and its parts by their names")]
    [TestCase(210, "phase-all;dur=200, phase-a;dur=120, phase-b;dur=79", "phase-a 120, phase-b 79, phase-all 1", TestName = "a whole by its number alone")]
    [TestCase(299.4, "db;dur=150, cache;dur=100, auth;dur=50", "db 150, cache 100, auth 49.4 of 50", TestName = "parts that add up to the wait, one as long as the others")]
    [TestCase(100, "x;dur=90, buffer;dur=8388608", "x 90", TestName = "bytes by their number alone")]
    public void AWaitIsDividedAsAnExpertReadsTheHeader(double wait, string header, string parts) =>
        Assert.That(string.Join(", ", Of(wait, header).Components.Select(Text)), Is.EqualTo(parts));

    private const string AtOnce = "pricing;dur=290, stock;dur=150, total;dur=303";

    [TestCase(305, AtOnce, "pricing", 140, 290, TestName = "stock ran beside it, or within it and went with it")]
    [TestCase(305, AtOnce, "stock", 0, 150, TestName = "it ran beside pricing, or within it")]
    [TestCase(305, AtOnce, "app", 0, 13, TestName = "what no part of a total that overlap says")]
    [TestCase(305, AtOnce, "other", 0, 0, TestName = "a component that is not there")]
    [TestCase(310, "pricing;dur=290, stock;dur=150, tax;dur=100, total;dur=303", "pricing", 40, 290, TestName = "two others one after the other beside it")]
    [TestCase(310, "pricing;dur=290, stock;dur=150, tax;dur=200, total;dur=303", "pricing", 0, 290, TestName = "others that cover all of it")]
    [TestCase(330, "cfEdge;dur=20, cfOrigin;dur=305, pricing;dur=290, stock;dur=150, total;dur=303", "pricing", 140, 290, TestName = "overlapping behind an edge")]
    [TestCase(330, "cfEdge;dur=20, cfOrigin;dur=305, pricing;dur=290, stock;dur=150, total;dur=303", "cfEdge", 20, 20, TestName = "an edge before what overlaps")]
    [TestCase(300, "db;dur=290, cache;dur=150", "db", 140, 290, TestName = "no total, too little time")]
    [TestCase(450, "pricing;dur=290, stock;dur=150, total;dur=442", "pricing", 290, 290, TestName = "time for both")]
    [TestCase(260, "db;dur=5000", "db", 260, 260, TestName = "nothing else, and longer than the wait")]
    public void WithoutAComponentAWaitIsShorterByWhatEveryReadingOfTheHeaderAllows(double wait, string header, string name, double least, double most)
    {
        var removal = Of(wait, header).Without(name);
        Assert.That((removal.Least, removal.Most), Is.EqualTo((least, most)));
    }

    [Test]
    public void HoweverThreeThingsRanAtOnceTheTruthIsNoLessThanTheLeastAndNoMoreThanTheMost()
    {
        var one = from at in Gen.Choose(0, 300) from ms in Gen.Choose(1, 300) select (From: (double)at, To: (double)at + ms);
        var overlapping = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(one.ArrayOf(3).ToArbitrary(), ran =>
        {
            var took = Covered(ran);
            var header = string.Create(CultureInfo.InvariantCulture, $"a;dur={Length(ran[0])}, b;dur={Length(ran[1])}, c;dur={Length(ran[2])}, total;dur={took}");
            var account = Of(took + 2, header);
            if (!account.Overlaps)
                return;
            overlapping++;
            var removal = account.Without("a");
            Assert.That(took - Covered(ran[1..]), Is.InRange(removal.Least - 1e-9, removal.Most + 1e-9), header);
        }));
        Assert.That(overlapping, Is.GreaterThan(50));
    }

    private static double Length((double From, double To) one) => one.To - one.From;

    /// <summary>How long at least one of them ran.</summary>
    private static double Covered((double From, double To)[] ran)
    {
        var (covered, until) = (0d, 0d);
        foreach (var (from, to) in ran.Order())
        {
            covered += Math.Max(0, to - Math.Max(from, until));
            until = Math.Max(until, to);
        }
        return covered;
    }

    private static ServerAccount Of(double wait, string header) => ServerAccount.Of(ServerTimingHeader.Parse(header), wait);

    private static string Text(Core.Records.Timelines.SegmentComponent component) =>
        string.Create(CultureInfo.InvariantCulture, $"{component.Name} {component.Ms:0.#}{(component.ReportedMs is { } reported ? $" of {reported:0.#}" : "")}");
}
