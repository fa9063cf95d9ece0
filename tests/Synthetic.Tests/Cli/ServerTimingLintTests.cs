using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Cli;

internal sealed class ServerTimingLintTests
{
    [TestCase("db;dur=350, cache;dur=5;desc=\"L2, warm\", total;dur=400")]
    [TestCase("db;dur=350,")]
    [TestCase("cdn;dur=0.2")]
    [TestCase("payments;dur=120, payments.db;dur=80, payments.total;dur=112, total;dur=131", Description = "parts within parts are not added up")]
    [TestCase("login;dur=5;desc=\"password checked\"")]
    [TestCase("db;dur=5, dc;desc=atl, pageType;desc=\"index\"", Description = "labels")]
    [TestCase("cdn-cache;desc=MISS, cdn-cache;desc=HIT, db;dur=5", Description = "a flag that two caches set")]
    [TestCase("db;dur=5;desc=\"'quoted' word\"")]
    public void AGoodHeaderHasNoFindings(string header) => Assert.That(Lint(header), Is.Empty);

    [TestCase("", "Error: there is no metric that a browser can read")]
    [TestCase("db;dur=1, a/b;dur=2, c;dur=3", "Error: a is written \"a/b\": a name is a token, and browsers cut it at the first space, slash or quote")]
    [TestCase("db;dur=1, (x);dur=2, c;dur=3", "Error: browsers read 1 of 3 entries and stop at \"(x)\": an entry begins with a token")]
    [TestCase("db dur=5", "Error: db is written \"db dur=5\": a name is a token, and browsers cut it at the first space, slash or quote|Note: db has no dur and counts as 0 ms: fine for a flag such as \"miss\", a mistake for a duration")]
    [TestCase("miss", "Note: miss has no dur and counts as 0 ms: fine for a flag such as \"miss\", a mistake for a duration")]
    [TestCase("db;dur=5;desc='Database query'", "Error: db desc='Database begins with a single quote, which does not quote: browsers end it at the first space; write double quotes")]
    [TestCase("db;dur=fast", "Error: db dur=\"fast\" is not a number: browsers read 0 ms")]
    [TestCase("db;dur=", "Error: db dur=\"\" is not a number: browsers read 0 ms")]
    [TestCase("db;dur=\"5 \"", "Error: db dur=5  has something after the number, and current browsers read 0 ms: write bare milliseconds")]
    [TestCase("db;dur=NaN", "Error: db dur=\"NaN\" is not a number: browsers read 0 ms")]
    [TestCase("db;dur=Infinity", "Error: db dur=\"Infinity\" is not a number: browsers read 0 ms")]
    [TestCase("db;dur=1e999", "Error: db dur=1e999 is too large for a number: it counts as 0 ms")]
    [TestCase("db;dur=-5", "Error: db dur=-5 is negative: the clock was set back, or start and end are swapped")]
    [TestCase("db;dur=12ms", "Error: db dur=12ms has something after the number, and current browsers read 0 ms: write bare milliseconds")]
    [TestCase("db;dur=350000", "Warning: db dur=350000 is over a minute: this looks like microseconds or nanoseconds; Server-Timing counts milliseconds")]
    [TestCase("db;dur=5, db;dur=7, db;dur=1", "Warning: db occurs 3 times: send one metric with the sum, since many tools read only one")]
    [TestCase("db;dur=300, app;dur=200, total;dur=400", "Note: total the other metrics add up to 500 ms, over total 400 ms: they overlap or nest and cannot be stacked")]
    [TestCase("db;dur=0.35, total;dur=0.41", "Warning: total dur=0.41 is the largest of all: these may be seconds, while Server-Timing counts milliseconds; ignore this if the server is that fast")]
    [TestCase("traceparent;desc=\"00-4bf9-01\"", "Note: traceparent carries an id, not time: it is left out of every timeline")]
    [TestCase("_y;desc=\"c6acf49c\", db;dur=5", "Warning: _y identifies a visitor, to every script that can read the header: send it in a cookie, or not at all")]
    [TestCase("_s;desc=\"4339030a\", db;dur=5", "Warning: _s identifies a visitor, to every script that can read the header: send it in a cookie, or not at all")]
    [TestCase("db;dur=5;desc=\"a\u0000b\"", "Error: there is a NUL in it: browsers and proxies refuse the whole response")]
    [TestCase("db;dur=5;desc=\"Käufe\"", "Warning: db the description has text outside ASCII (\"Käufe\"): a header is bytes, and browsers make each of them a character of its own; write ASCII")]
    [TestCase("sentry-trace;dur=771", "Warning: sentry-trace carries an id, not time, yet has dur=771: tools will add it up")]
    [TestCase("db;dur=5;desc=\"SELECT * FROM users WHERE id=1\"", "Error: db the description looks like SQL (\"SELECT * FROM users WHERE id=1\"): every visitor can read this header")]
    [TestCase("err;dur=5;desc=\"at Shop.Orders.Place(Order o)\"", "Error: err the description looks like a stack trace (\"at Shop.Orders.Place(Order o)\"): every visitor can read this header")]
    [TestCase("db;dur=5;desc=\"db-3.prod.internal\"", "Warning: db the description looks like a host (\"db-3.prod.internal\"): every visitor can read this header")]
    [TestCase("db;dur=5;desc=\"Server=db1;Password=hunter2\"", "Error: db the description looks like it holds a password or a key: every visitor can read this header")]
    [TestCase("db;dur=5;desc=\"postgres://shop:hunter2@db1/shop\"", "Error: db the description looks like it holds a password or a key: every visitor can read this header")]
    [TestCase("auth;dur=5;desc=\"jane.doe@example.com\"", "Warning: auth the description looks like somebody's e-mail address (\"jane.doe@example.com\"): every visitor can read this header")]
    [TestCase("ip-10-0-3-17;dur=5", "Warning: ip-10-0-3-17 the name looks like a host (\"ip-10-0-3-17\"): every visitor can read this header")]
    [TestCase("tpl;dur=5;desc=\"/var/www/shop/cart.php\"", "Warning: tpl the description looks like a file path (\"/var/www/shop/cart.php\"): every visitor can read this header")]
    public void AMistakeIsNamed(string header, string finding) => Assert.That(Lint(header), Is.EqualTo(finding.Split('|')));

    [Test]
    public void ADecimalCommaIsFoundOut() =>
        Assert.That(Lint("db;dur=12,5"), Does.Contain(
            "Error: db dur=12,5 has a decimal comma: browsers read 12 and a metric named \"5\"; write 12.5"));

    [TestCase(2048, null)]
    [TestCase(2049, "Note: the header has 2049 bytes: over 2048 it competes with cookies for the room that proxies give all headers")]
    [TestCase(4097, "Warning: the header has 4097 bytes: over 4096 nginx as a proxy answers 502 unless told otherwise")]
    [TestCase(8193, "Error: the header has 8193 bytes: over 8192 many servers and proxies refuse the whole response")]
    public void SizeIsJudgedInThreeSteps(int bytes, string? finding)
    {
        var header = "db;dur=5;desc=\"" + new string('x', bytes - 16) + "\"";
        Assert.That(Lint(header), Is.EqualTo(finding is null ? Array.Empty<string>() : [finding]));
    }

    [TestCase("total;dur=0.4", 420, "Warning: total dur=0.4 of a wait of 420 ms: this looks like seconds, while Server-Timing counts milliseconds; ignore this if the network took the rest")]
    [TestCase("db;dur=300, api;dur=200", 420, "Note: the metrics add up to 500 ms, over the wait of 420 ms: they overlap or nest and cannot be stacked")]
    [TestCase("total;dur=900", 420, "Warning: total dur=900 is longer than the whole wait of 420 ms: work after the response, another unit, or a cached header")]
    public void AMeasuredWaitIsHeldAgainstTheMetrics(string header, double wait, string finding) =>
        Assert.That(Lint(header, wait), Is.EqualTo([finding]));

    [TestCase("total;dur=0.4", 5)]
    [TestCase("total;dur=400", 420)]
    [TestCase("cache;dur=0.03", 40, Description = "a quick hit a short way off")]
    [TestCase("total;dur=0.1", 420, Description = "a quick server far away")]
    [TestCase("db;dur=400, db.read;dur=350", 420, Description = "a part within another")]
    public void AWaitThatFitsSaysNothing(string header, double wait) => Assert.That(Lint(header, wait), Is.Empty);

    private static IReadOnlyList<string> Lint(string header, double? waitMs = null) =>
        [.. ServerTimingLint.Of([header], waitMs).Select(one => $"{one.Level}: {(one.Metric is null ? "" : one.Metric + " ")}{one.Message}")];
}
