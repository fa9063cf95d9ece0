using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.ServerTiming;

/// <summary>The cases were tried in Chromium: the parser must read what the page's own entries say.</summary>
internal sealed class ServerTimingHeaderTests
{
    [TestCase("", "")]
    [TestCase(" \t ", "")]
    [TestCase("db", "db/0/")]
    [TestCase("db;dur=12.5", "db/12.5/")]
    [TestCase("db;dur=\"12.5\"", "db/12.5/")]
    [TestCase("db;desc=query", "db/0/query")]
    [TestCase("db;desc=\"a \\\"b\\\\ c\";dur=1", "db/1/a \"b\\ c")]
    [TestCase("db ; dur = 3 ; desc = x , cache", "db/3/x|cache/0/")]
    [TestCase("db;DUR=3;DeSc=x", "db/3/x")]
    [TestCase("db,cache;dur=1,", "db/0/|cache/1/")]
    [TestCase("a!#$%&'*+-.^_`|~{}", "a!#$%&'*+-.^_`|~{}/0/")]
    public void WellFormedHeadersAreRead(string header, string expected) => Assert.That(Read(header), Is.EqualTo(expected));

    [TestCase("db;dur=1;dur=2", "db/1/", Description = "the first wins")]
    [TestCase("db;dur=x;dur=2", "db/0/", Description = "the first wins even when it is no number")]
    [TestCase("db;dur;dur=2", "db/0/", Description = "the first wins even without a value")]
    [TestCase("db;desc=;desc=x", "db/0/", Description = "so does a description")]
    [TestCase("db dropped;dur=2", "db/2/", Description = "text behind a name is skipped")]
    [TestCase("db;dur=2 x;desc=y", "db/2/y", Description = "text behind a value is skipped")]
    [TestCase("db;dur=2\"3\";desc=y", "db/2/y")]
    [TestCase("db;other=4;dur=2", "db/2/", Description = "unknown parameters are skipped")]
    [TestCase("db;=4;dur=2,cache", "db/0/", Description = "a parameter without a name ends the reading")]
    [TestCase(",db", "", Description = "a metric without a name ends the reading")]
    [TestCase("db,,cache", "db/0/")]
    [TestCase("db;desc=\"open,cache;dur=1", "db/0/", Description = "an open quote swallows the rest")]
    [TestCase("db;desc=\"open\\", "db/0/")]
    [TestCase("dü;dur=1", "d/1/", Description = "a name ends at the first character that is no token")]
    public void BrokenHeadersAreReadAsTheBrowserDoes(string header, string expected) => Assert.That(Read(header), Is.EqualTo(expected));

    [TestCase("12ms", 0)]
    [TestCase("1.2.3", 0)]
    [TestCase("1_000", 0)]
    [TestCase(".5", 0.5)]
    [TestCase("5.", 5)]
    [TestCase("+5", 5)]
    [TestCase("-5", -5)]
    [TestCase("1e3", 1000)]
    [TestCase("1e", 0)]
    [TestCase("1e+", 0)]
    [TestCase("0x10", 0)]
    [TestCase(".", 0)]
    [TestCase("-", 0)]
    [TestCase("NaN", 0)]
    [TestCase("Infinity", 0)]
    [TestCase("1e999", 0)]
    public void ADurationIsANumberAndNothingElse(string value, double expected) =>
        Assert.That(ServerTimingHeader.Parse($"db;dur={value}").Single().Ms, Is.EqualTo(expected));

    [TestCase("dur=1{0}", 1e300)]
    [TestCase("dur=\"0.{0}1e301\"", 1)]
    [TestCase("dur=1;dur=2{0}", 1)]
    public void ADurationCountsToItsLastDigit(string parameter, double expected) =>
        Assert.That(ServerTimingHeader.Parse("db;" + string.Format(parameter, new string('0', 300))).Single().Ms, Is.EqualTo(expected));

    [Test]
    public void AQuotedDurationMayStartWithSpaceButNotEndWithIt() =>
        Assert.That(ServerTimingHeader.Parse("db;dur=\" \t7\",db;dur=\"7 \"").Select(m => m.Ms), Is.EqualTo([7, 0]));

    [Test]
    public void SeveralFieldsAreReadAsOne()
    {
        Assert.That(Read(ServerTimingHeader.ParseAll(["db;dur=1", "cache;dur=2"])), Is.EqualTo("db/1/|cache/2/"));
        Assert.That(Read(ServerTimingHeader.ParseAll(["db;desc=\"open", "cache\";dur=2"])), Is.EqualTo("db/2/open, cache"));
        Assert.That(ServerTimingHeader.ParseAll([]), Is.Empty);
    }

    [Test]
    public void WhatIsKeptOfAHostileHeaderIsLimited()
    {
        var many = ServerTimingHeader.Parse(string.Join(',', Enumerable.Range(0, 5000).Select(i => $"m{i}")));
        Assert.That(many, Has.Count.EqualTo(ServerTimingHeader.MaxMetrics));

        var longOne = ServerTimingHeader.Parse($"{new string('n', 9000)};desc=\"{new string('d', 9000)}\";dur=1, next").ToArray();
        Assert.That(longOne[0].Name, Has.Length.EqualTo(ServerTimingHeader.MaxNameLength));
        Assert.That(longOne[0].Description, Has.Length.EqualTo(ServerTimingHeader.MaxDescriptionLength));
        Assert.That((longOne[0].Ms, longOne[1].Name), Is.EqualTo((1d, "next")));
    }

    [Test]
    public void AnyTextIsReadWithoutAnError()
    {
        var hostile = Gen.Elements("a", "dur", "desc", "=", ";", ",", "\"", "\\", " ", "\t", "1", ".", "e", "-", "\0", "\n", "é", "😀")
            .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(hostile, IsWithinLimits).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => IsWithinLimits(text.Get)).QuickCheckThrowOnFailure();
    }

    private static bool IsWithinLimits(string header)
    {
        var metrics = ServerTimingHeader.Parse(header);
        return metrics.Count <= ServerTimingHeader.MaxMetrics && metrics.All(m =>
            m.Name.Length is > 0 and <= ServerTimingHeader.MaxNameLength
            && m.Description.Length <= ServerTimingHeader.MaxDescriptionLength && double.IsFinite(m.Ms));
    }

    private static string Read(string header) => Read(ServerTimingHeader.Parse(header));

    private static string Read(IEnumerable<ServerTimingMetric> metrics) =>
        string.Join('|', metrics.Select(m => $"{m.Name}/{m.Ms}/{m.Description}"));
}
