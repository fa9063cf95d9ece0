using System.Text.Json;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Tests.Diagnosing;

public sealed class DiagnosisLimitTests
{
    private const int Many = 5000;

    // No main thread can do this: only a page that makes its entries up. One more step for each entry shows all the same.
    private const int MadeUp = 500;

    /// <summary>How many times longer than writing the record down the diagnosis may take: it takes up to 10 times, and a step over everything for each entry would take hundreds.</summary>
    private const double Bearable = 60;

    [Test]
    public void ABusyPageDoesNotHangTheDiagnosis() => AssertQuick(Pages(Many, i => i * 30.0, 25));

    [Test]
    public void APageWhoseEntriesAllOverlapDoesNotHangTheDiagnosis() => AssertQuick(Pages(MadeUp, i => i * 0.01, 400_000));

    [Test]
    public void AResultThatWaitedForThousandsOfRequestsDoesNotHangTheDiagnosis()
    {
        var record = AssertQuick(Chain(Many));
        Assert.That(record.Steps[0].Interactions[0].Response!.Path, Has.Count.EqualTo(Many), "or this test shows nothing");
    }

    [Test]
    public void ThousandsOfResultsBesideRequestsThatNeverEndDoNotHangTheDiagnosis()
    {
        var pages = Pages(Many, i => i * 30.0, 25);
        var record = AssertQuick(pages with
        {
            Steps = [pages.Steps[0] with { Expects = false, ExpectationPaintedMs = null }],
            Documents = [pages.Documents[0] with { Resources = [.. pages.Documents[0].Resources.Select(r => r with { Initiator = "fetch", ResponseEnd = 0 })] }],
        });
        Assert.That(record.Steps[0].Interactions[^1].Response!.Beside, Is.Not.Empty, "or this test shows nothing");
    }

    [Test]
    public void EvidenceWithHolesIsReadAsEmpty()
    {
        var evidence = JsonSerializer.Deserialize<RunEvidence>(
            """{"steps":[null,{"index":0,"name":"a","action":"click","incidents":null}],"documents":[{"id":"d","top":true,"url":null,"events":null,"longFrames":[{"start":1,"scripts":null},null],"resources":[{"url":"https://x.example/","serverTiming":null}],"navigation":{"url":null}}],"exchanges":null}""",
            RunJson.Options)!;
        Assert.That(Derivation.Of(EvidenceBuilder.Header, evidence).Steps, Has.Count.EqualTo(1));
    }

    [Test]
    public void ANumberThatNoRecordCanHoldDoesNotLoseTheRecord()
    {
        var evidence = JsonSerializer.Deserialize<RunEvidence>("""{"documents":[{"id":"d","top":true,"offsetMs":1e999,"resources":[{"url":"https://x.example/","start":-1e999}]}]}""", RunJson.Options)!;
        var json = RunJson.Write(Derivation.Of(EvidenceBuilder.Header, evidence));
        Assert.That(RunJson.Read(json).Evidence!.Documents, Has.Count.EqualTo(1));
    }

    private static RunEvidence Pages(int count, Func<int, double> at, double ms) => new()
    {
        Steps = [new StepEvidence { Index = 0, Name = "all", Action = "type", FromMs = 0, DurationMs = 1e6, Expects = true, ExpectationPaintedMs = 400_000 }],
        Documents =
        [
            new DocumentEvidence
            {
                Id = "d",
                Top = true,
                Url = EvidenceBuilder.Page,
                Events = [.. Each(count, i => new EventTiming("keydown", i + 1, at(i), ms, at(i) + 1, at(i) + ms, null))],
                Inputs = [.. Each(count, i => new InputNote(i, "keydown", at(i), at(i) + 1, at(i) + 2, at(i) + 3, null))],
                LongFrames = [.. Each(count, i => new LongFrame(at(i), ms, at(i) + 1, 0, 0, null, [new ScriptTiming(at(i), ms, 0, 0, $"f{i}", null, null, null, null)]))],
                Resources = [.. Each(count, i => new ResourceTiming { Url = EvidenceBuilder.Page, Initiator = "xmlhttprequest", Start = at(i), RequestStart = at(i) + 1, ResponseStart = at(i) + ms, ResponseEnd = at(i) + ms })],
                InteractionPaints = [.. Each(count, i => new ContentfulPaint(at(i) + ms, 1, i + 1, at(i)))],
            },
        ],
        Exchanges = [.. Each(count, i => new NetworkExchange { Method = "GET", Url = EvidenceBuilder.Page, ResourceType = "xhr", StartMs = at(i), ServerTiming = ["db;dur=5"] })],
    };

    /// <summary>One click, and a request after the other until its result is there, each asked for by the answer to the last.</summary>
    private static RunEvidence Chain(int count)
    {
        var (pages, end) = (Pages(count, i => i * 30.0, 25), count * 30.0);
        var page = pages.Documents[0];
        return pages with
        {
            Steps = [pages.Steps[0] with { ExpectationPaintedMs = end + 10, ExpectationChangedMs = end - 1 }],
            Documents =
            [
                page with
                {
                    Events = [page.Events[0]],
                    Inputs = [],
                    InteractionPaints = [],
                    Resources = [.. page.Resources.Select(r => r with { Initiator = "fetch" })],
                    LongFrames = [.. Each(count, i => new LongFrame((i * 30) + 25, 4, 0, 0, 0, null, [new ScriptTiming((i * 30) + 25, 4, 0, 0, "Response.json.then", null, null, null, null)]))],
                },
            ],
        };
    }

    private static IEnumerable<T> Each<T>(int count, Func<int, T> of) => Enumerable.Range(0, count).Select(of);

    /// <summary>Holds it against what no program could do without, in processor time: how busy the machine is says nothing then.</summary>
    private static RunRecord AssertQuick(RunEvidence evidence)
    {
        RunRecord record = null!;
        var diagnosed = ProcessorTime(() => record = Derivation.Of(EvidenceBuilder.Header, evidence));
        var written = ProcessorTime(() => RunJson.Write(record));
        TestContext.Out.WriteLine($"{diagnosed:0} ms, {written:0} ms");
        Assert.That(record.Steps[0].Interactions, Has.Count.EqualTo(evidence.Documents[0].Events.Count));
        Assert.That(diagnosed / written, Is.LessThan(Bearable));
        return record;
    }

    private static double ProcessorTime(Action work)
    {
        var before = Environment.CpuUsage.UserTime;
        work();
        return Math.Max(1, (Environment.CpuUsage.UserTime - before).TotalMilliseconds);
    }
}
