using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Headers;

/// <summary>What networks and hosts in front of an application send.</summary>
internal static class NetworkHeaders
{
    public static IEnumerable<SentHeader> All =>
    [
        new("Akamai, a miss", 391, Blamed.Backend("origin"), "origin 369, edge 22",
            """cdn-cache; desc=MISS, edge; dur=22, origin; dur=369, ak_p; desc="1776475897753_386075716_38998";dur=1""") { Served = "by Akamai, cache miss" },
        new("Akamai, a hit", 301, Blamed.Network("transit"), "edge 1",
            """cdn-cache; desc=HIT, edge; dur=1, ak_p; desc="469021_388971212_7249";dur=1""") { Served = "by Akamai, cache hit" },
        new("Cloudflare (x10)", 310, Blamed.Backend("cfOrigin"), "cfOrigin 270, cfEdge 40",
            """cfCacheStatus;desc="DYNAMIC", cfEdge;dur=40, cfOrigin;dur=270""") { Served = "by Cloudflare, cache dynamic" },
        new("Cloudflare, a worker", 320, Blamed.Backend("cfWorker"), "cfWorker 300, cfEdge 20",
            """cfCacheStatus;desc="DYNAMIC" """, "cfEdge;dur=20,cfOrigin;dur=0,cfWorker;dur=300") { Served = "by Cloudflare, cache dynamic" },
        // https://github.com/MortezaBashsiz/CFScanner
        new("Cloudflare, its speed test", 210, Blamed.Backend("cfRequestDuration"), "cfRequestDuration 197",
            """cfRequestDuration;dur=197.000027, cfL4;desc="?proto=TCP&rtt=112161&sent=13&recv=24&lost=0&retrans=0&cwnd=253&cid=c71f&ts=310" """),
        new("Cloudflare before Rails (composed)", 310, Blamed.Backend("sql.active_record"), "sql.active_record 200.9, process_action.action_controller 33.4, cfOrigin 35.7, cfEdge 40",
            """cfCacheStatus;desc="DYNAMIC", cfEdge;dur=40, cfOrigin;dur=270""", "sql.active_record;dur=200.9, process_action.action_controller;dur=234.3") { Served = "by Cloudflare, cache dynamic" },
        new("CloudFront, a miss", 436, Blamed.Backend("cdn-upstream-fbl"), "cdn-upstream-fbl 177, cdn-upstream-connect 114",
            """cdn-upstream-layer;desc="EDGE",cdn-upstream-dns;dur=0,cdn-upstream-connect;dur=114,cdn-upstream-fbl;dur=177,cdn-cache-miss,cdn-pop;desc="PHX50-C2",cdn-rid;desc="yNPsYyn7skvTzw==",cdn-downstream-fbl;dur=436""")
            { Served = "by CloudFront PHX50-C2, cache miss" },
        new("CloudFront before Hono (composed)", 436, Blamed.Backend("db"), "db 160, cdn-upstream-connect 114, cdn-upstream-fbl 7",
            """cdn-upstream-dns;dur=0,cdn-upstream-connect;dur=114,cdn-upstream-fbl;dur=177,cdn-cache-miss,cdn-pop;desc="PHX50-C2",cdn-downstream-fbl;dur=436""", "total;dur=170, db;dur=160")
            { Served = "by CloudFront PHX50-C2, cache miss" },
        new("Adobe Experience Manager", 1215, Blamed.Backend("origin"), "origin 1200, dispatcher 10, cdn 5", "cdn;dur=5, dispatcher;dur=10, origin;dur=1200"),
        new("Google", 423, Blamed.Backend("gfet4t7"), "gfet4t7 423", "gfet4t7; dur=423"),
        new("Wikimedia", 250, Blamed.Unknown, "", """cache;desc="hit-front", host;desc="cp2031" """) { Served = "from cp2031, cache hit-front" },
        // Its Jira, as REST clients log it.
        new("Atlassian", 560, Blamed.Backend("atl-edge-upstream"), "atl-edge-upstream 538, atl-edge-internal 18",
            """atl-edge;dur=552,atl-edge-internal;dur=18,atl-edge-upstream;dur=538,atl-edge-pop;desc="aws-ap-northeast-2" """) { Served = "by Atlassian aws-ap-northeast-2" },
        new("WordPress.com, a miss", 760, Blamed.Backend("cache"), "cache 748", "a8c-cdn, dc;desc=mxp, cache;desc=MISS;dur=748.0") { Served = "by WordPress.com mxp, cache miss" },
        new("Wix", 250, Blamed.Unknown, "", "cache;desc=miss, varnish;desc=miss_miss, dc;desc=fastly_uw2-pub-1_g") { Served = "from fastly_uw2-pub-1_g, cache miss" },
        new("Framer", 613, Blamed.Network("transit"), "route 1",
            """region;desc="us-west-2", cache;desc="cached", ssg-status;desc="optimized", version;desc="9339d38", route;dur=1;desc="id=augiA20Il&locale=default" """) { Served = "from us-west-2, cache cached" },
        new("Anthropic", 700, Blamed.Backend("x-originResponse"), "x-originResponse 684", "x-originResponse;dur=684"),
    ];
}
