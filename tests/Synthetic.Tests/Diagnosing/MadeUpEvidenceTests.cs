using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Diagnosing;

/// <summary>Evidence that only a forging page has: what it costs must not multiply.</summary>
internal sealed class MadeUpEvidenceTests
{
    private const int Many = 5000;

    /// <summary>How many times longer than writing the record down the diagnosis may take; a look at everything for each entry would take hundreds.</summary>
    private const double Bearable = 60;

    [Test]
    public void AServiceWorkerThatPassesEverythingOnDoesNotHangTheDiagnosis() => AssertQuick(Run(
        Page("page", Requests(i => i + 10)) with { OffsetMs = 0 }, Page($"{DocumentEvidence.ServiceWorkerPrefix}1", Requests(i => i)) with { Top = false }));

    [Test]
    public void ClicksThatNothingHearsDoNotHangTheDiagnosis() => AssertQuick(Run(Page("page", Requests(i => i, "script")) with
    {
        Inputs = Each(i => new InputNote(i, "keydown", i, i, i, i + 1, null) { Unheard = true }),
    }));

    [Test]
    public void InputsOfOneInstantDoNotHangTheDiagnosis() => AssertQuick(Run(Page("page", []) with
    {
        Inputs = Each(i => new InputNote(i, "keydown", 0, 0, 0, 1, null)),
        Events = Each(i => new EventTiming("keydown", i + 1, 0, 24, 1, 2, null)),
    }));

    [Test]
    public void AddressesThatEachHaveAQueryOfTheirOwnDoNotEndTheProgram()
    {
        DocumentEvidence[] pages = [.. Enumerable.Range(0, 4).Select(d => Page($"page-{d}", Requests(i => i, path: i => $"list?page={d}-{i}&size=50")))];
        Assert.That(AssertQuick(Run(pages)).Steps[0].Requests, Has.Count.EqualTo(20_000));
    }

    [Test]
    public void WhatAPageMakesUpTakesNothingFromTheOthers()
    {
        DocumentEvidence[] forged = [.. Enumerable.Range(0, 10).Select(d => Page($"forged-{d}", Requests(i => i)))];
        var evidence = Derivation.Of(EvidenceBuilder.Header, Run([.. forged, Page("honest", [.. Requests(i => i).Take(300)])])).Evidence!;
        Assert.That(evidence.Documents[^1].Resources, Has.Count.EqualTo(300));
        Assert.That(evidence.Documents.Sum(d => d.Resources.Count), Is.InRange(19_900, 20_000));
    }

    [Test]
    public void MetricsThatAPageMakesUpTakeNothingFromTheOthers()
    {
        DocumentEvidence[] forged = [.. Enumerable.Range(0, 3).Select(d => Page($"forged-{d}", [.. Requests(i => i).Select(r => r with { ServerTiming = Metrics(100) })]))];
        var honest = Page("honest", [.. Requests(i => i).Take(300).Select(r => r with { ServerTiming = Metrics(10) })]);

        var documents = AssertQuick(Run([.. forged, honest])).Evidence!.Documents;
        Assert.That(documents[^1].Resources.Select(r => r.ServerTiming.Count), Has.All.EqualTo(10));
        Assert.That(documents.Sum(d => d.Resources.Sum(r => r.ServerTiming.Count)), Is.InRange(80_000, 100_000));
    }

    private static ServerTimingMetric[] Metrics(int count) => [.. Enumerable.Range(0, count).Select(i => new ServerTimingMetric($"m{i}", 0.1, ""))];

    private static RunEvidence Run(params DocumentEvidence[] documents) => new()
    {
        Steps = [new StepEvidence { Index = 0, Name = "all", Action = "type", DurationMs = 1e6 }],
        Documents = documents,
    };

    private static DocumentEvidence Page(string id, IReadOnlyList<ResourceTiming> requests) => new() { Id = id, Top = true, Url = EvidenceBuilder.Page, Resources = requests };

    private static ResourceTiming[] Requests(Func<int, double> at, string initiator = "fetch", Func<int, string>? path = null) => Each(i => new ResourceTiming
    {
        Url = EvidenceBuilder.Page + path?.Invoke(i),
        Initiator = initiator,
        Start = at(i),
        RequestStart = at(i),
        ResponseStart = at(i) + 1,
        ResponseEnd = at(i) + 2,
    });

    private static T[] Each<T>(Func<int, T> of) => [.. Enumerable.Range(0, Many).Select(of)];

    private static RunRecord AssertQuick(RunEvidence evidence)
    {
        RunRecord record = null!;
        var diagnosed = ProcessorTime(() => record = Derivation.Of(EvidenceBuilder.Header, evidence));
        var written = ProcessorTime(() => RunJson.Write(record));
        TestContext.Out.WriteLine($"{diagnosed:0} ms, {written:0} ms");
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
