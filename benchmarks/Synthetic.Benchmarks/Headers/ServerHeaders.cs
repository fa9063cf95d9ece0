using Synthetic.Benchmarks.Exactness.Cases;

namespace Synthetic.Benchmarks.Headers;

/// <summary>What applications, their frameworks and what watches them send.</summary>
internal static class ServerHeaders
{
    public static IEnumerable<SentHeader> All =>
    [
        new("Shopify", 195, Blamed.Backend("db"), "db 102, render 55",
            """processing;dur=183;desc="gc:2", db;dur=102, render;dur=55, asn;desc="8075", edge;desc="DFW", country;desc="US", theme;desc="150201008267", pageType;desc="index", servedBy;desc="7fx6", requestID;desc="1b9aba3b-2abd", _y;desc="c6acf49c-ee4e", compressionLevel;desc="5", compressionTime;dur=9.516""")
            { Served = "from DFW" },
        new("Rails, much SQL", 260, Blamed.Backend("sql.active_record"), "sql.active_record 200.9, process_action.action_controller 33",
            "start_processing.action_controller;dur=0.23, sql.active_record;dur=200.9, instantiation.active_record;dur=0.09, process_action.action_controller;dur=234.3"),
        new("Rails, its own code", 257, Blamed.Backend("process_action.action_controller"), "process_action.action_controller 232, sql.active_record 1.9",
            "start_processing.action_controller;dur=0.2275390625, sql.active_record;dur=1.86376953125, instantiation.active_record;dur=0.0888671875, process_action.action_controller;dur=234.275390625"),
        new("Rails, a cache filled", 3010, Blamed.Backend("cache_generate.active_support"), "cache_generate.active_support 3003.9",
            "start_processing.action_controller;dur=0.125732421875, cache_read.active_support;dur=0.423095703125, cache_generate.active_support;dur=3003.9150390625, cache_write.active_support;dur=0.537841796875, process_action.action_controller;dur=3006.31298828125"),
        new("Django Debug Toolbar", 175, Blamed.Backend("TimerPanel_total_time"), "TimerPanel_total_time 97.3, TimerPanel_utime 37.1, SQLPanel_sql_time 23.1, TimerPanel_stime 11.6",
            """TimerPanel_utime;dur=37.11899999996149;desc="User CPU time", TimerPanel_stime;dur=11.617000000001099;desc="System CPU time", TimerPanel_total;dur=48.73599999996259;desc="Total CPU time", TimerPanel_total_time;dur=169.16608597966842;desc="Elapsed time", SQLPanel_sql_time;dur=23.13158501056023;desc="SQL 1 queries", CachePanel_total_time;dur=0;desc="Cache 0 Calls" """),
        new("WordPress Performance Lab", 180, Blamed.Backend("wp-before-template"), "wp-before-template 103.2, wp-template 63.5",
            "wp-before-template;dur=103.19, wp-template;dur=63.48, wp-total;dur=166.67, wp-memory-usage;dur=5795096, wp-db-queries;dur=25, wp-ext-obj-cache;dur=0, wp-memory-peak;dur=5892400, wp-files-loaded;dur=485, wp-cache-hits;dur=1135, wp-cache-misses;dur=114, wp-bootstrap;dur=91.22"),
        new("MDN's example (x4)", 400, Blamed.Backend("db"), "db 212, app 188.8", "db;dur=212, app;dur=188.8"),
        new("the specification's example (x4)", 495, Blamed.Backend("db"), "db 212, app 188.8, cache 92.8",
            "miss, db;dur=212, app;dur=188.8", "customView, dc;desc=atl", """cache;desc="Cache Read";dur=92.8""") { Served = "from atl, cache miss" },
        new("Fireworks", 200, Blamed.Backend("app"), "app 195", """total;dur=195.0;desc="Total Response Time" """),
        new("Apple", 260, Blamed.Backend("marketing"), "marketing 250.1", """marketing;dur=250.1;desc="Marketing Static Pages Proxy",total;dur=252.3;desc="Total Response Time" """),
        new("Hono", 300, Blamed.Backend("db"), "db 201.5, app 88.9", """total;dur=290.4;desc="Total Response Time", db;dur=201.5;desc="Database" """),
        // https://supabase.com/blog/postgrest-12
        new("PostgREST", 560, Blamed.Backend("transaction"), "transaction 353.2, plan 109, parse 71.1, jwt 14.9, response 4.4",
            "jwt;dur=14.9, parse;dur=71.1, plan;dur=109.0, transaction;dur=353.2, response;dur=4.4"),
        // Its own total stands within what its host measured around it.
        new("Nuxt behind a gateway", 720, Blamed.Backend("app"), "app 551, pp 147, inner 11", """inner; dur=709,pp;dur=147, total;dur=698;desc="Nuxt Server Time" """),
        // https://github.com/tuupola/server-timing-middleware
        new("PHP, Slim (x4)", 240, Blamed.Backend("Bootstrap"), "Bootstrap 216, Process 8, app 8", "Bootstrap;dur=216, Process;dur=8, Total;dur=232"),
        // It waited for no lock and no session; of its work it says nothing.
        new("ServiceNow", 250, Blamed.Unknown, "", "sem_wait;dur=0, sesh_wait;dur=0"),
        new("Dynatrace", 250, Blamed.Unknown, "", """dtRpid;desc="-1426008374", dtTao;desc="1", dtSInfo;desc="0" """),
        // https://github.com/signalfx/splunk-otel-js-web
        new("Splunk, OpenTelemetry", 250, Blamed.Unknown, "", """traceparent;desc="00-4bf92f35-00f067aa-01" """),
    ];
}
