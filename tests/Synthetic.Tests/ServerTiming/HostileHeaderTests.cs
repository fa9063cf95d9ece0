using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.ServerTiming;

/// <summary>A header may be any amount of anything. 32 times as much may take 32 times as long, never 1024 times.</summary>
internal sealed class HostileHeaderTests
{
    private const int Length = 1 << 14;
    private const int Factor = 32;

    // Between the two, and far from both.
    private const int AtMost = 160;
    private const int Rounds = 5;

    // Below this one measures everything but the work.
    private static readonly TimeSpan Noise = TimeSpan.FromMilliseconds(1);

    private static readonly string[] Openings = ["", "db;dur=\"", "db;desc=\""];

    private static readonly string[] Parts =
    [
        "\"", "\\", ",", ";", "=", " ", "\t", "1", "a", ".a", "a ", "a;", "a,", "a,,", "a;b=\"c\" ", "\\\"", "a;dur=\"1\",", "a;desc=\"\\a\",", "a b,", "a;dur=1,5,",
        "select ", "update set ", "at a", "1.1.", "a-", "a.a-", "eyJ", "a@a.", "://a:",
    ];

    private static IEnumerable<TestCaseData<string, string>> Headers =>
        from opening in Openings
        from part in Parts
        select new TestCaseData<string, string>(opening, part);

    // The lint reads with the same tokenizer; its own are names and descriptions.
    private static IEnumerable<TestCaseData<string, string>> LintedHeaders => Headers.Where(h => (string)h.Arguments[0]! is "" or "db;desc=\"");

    [TestCaseSource(nameof(Headers))]
    public void ReadingTakesTimeInProportion(string opening, string part) =>
        InProportion(opening, part, header => ServerTimingHeader.Parse(header));

    [TestCaseSource(nameof(LintedHeaders))]
    public void LintingTakesTimeInProportion(string opening, string part) =>
        InProportion(opening, part, header => ServerTimingLint.Of([header], 100));

    [Test]
    public void ManyEmptyFieldsTakeTimeInProportion() =>
        InProportion("", "\n", header => ServerTimingLint.Of(header.Split('\n'), 100));

    [Test]
    public void NoHeaderMakesMoreFindingsThanSomebodyReads()
    {
        Assert.That(ServerTimingLint.Of([Header("", "a b;desc=\"at a.a(\",", Length)]), Has.Count.LessThan(4 * ServerTimingHeader.MaxMetrics));
        var findings = ServerTimingLint.Of([Header("", "a", Length) + " b;dur=" + Header("", "1", Length) + "," + Header("", "1", Length)]);
        Assert.That(findings.Select(finding => finding.Message.Length + (finding.Metric?.Length ?? 0)), Has.All.LessThan(500));
    }

    private static void InProportion(string opening, string part, Action<string> work)
    {
        var (some, more) = (Header(opening, part, Length), Header(opening, part, Factor * Length));
        work(some);
        var (once, all) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            // The shortest of several is the one that nobody else was in the way of.
            once = Shorter(once, Time(work, some));
            all = Shorter(all, Time(work, more));
            if (all < AtMost * (once > Noise ? once : Noise))
                return;
        }

        Assert.Fail($"{Factor} times as much took {all} after {once}");
    }

    private static string Header(string opening, string part, int length) =>
        opening + string.Concat(Enumerable.Repeat(part, length / part.Length));

    // The processor's time, not the clock's: a machine with other things to do must not look like slow code.
    private static TimeSpan Time(Action<string> work, string header)
    {
        var start = Environment.CpuUsage.TotalTime;
        work(header);
        return Environment.CpuUsage.TotalTime - start;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
