using Synthetic.Core.Deriving;
using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Tests.Diagnosing.Verdicts;

/// <summary>Readings as real machines gave them, and what is to be made of them.</summary>
public sealed class HostVerdictTests
{
    /// <summary>A lone run on two processors that nobody else used.</summary>
    private static readonly HostReadings Alone = new()
    {
        WindowMs = 517.8,
        Cores = 2,
        WaitPercent = 42.1,
        WaitMs = 203.9,
        ForeignCpuPercent = 3.4,
        CpuPressurePercent = 55.8,
        StealPercent = 4.5,
        LoadPerCore = 0.6,
        CalibrationMs = 13.7,
        CalibrationBestMs = 11,
        WorkMs = 13.65,
        WorkBestMs = 7.52,
    };

    /// <summary>The same beside a busy program a processor.</summary>
    private static readonly HostReadings Crowded = Alone with
    {
        WindowMs = 1241.7,
        WaitPercent = 48,
        WaitMs = 301.1,
        ForeignCpuPercent = 69.6,
        CpuPressurePercent = 100,
        WorkMs = 12,
    };

    private static IEnumerable<TestCaseData> Quiet()
    {
        yield return new TestCaseData(Alone).SetName("a lone run is no noise to itself");
        yield return new TestCaseData(new HostReadings { Cores = 2 }).SetName("a machine that tells nothing is not accused");
        yield return new TestCaseData(Alone with { CpuPressurePercent = 99, WaitPercent = 80, Cores = 1 })
            .SetName("a lone run on a single processor presses on itself");
        yield return new TestCaseData(Alone with { OverlappingRuns = 7, Cores = 16, CpuPressurePercent = 40 })
            .SetName("overlapping runs on enough processors");
        yield return new TestCaseData(Crowded with { CpuPressurePercent = 12, WaitPercent = 20, Cores = 64 })
            .SetName("busy neighbours on enough processors");
        yield return new TestCaseData(Alone with { ForeignCpuPercent = 50 }).SetName("one busy neighbour that leaves a processor");
        yield return new TestCaseData(Alone with { LoadPerCore = 9 }).SetName("a load average is about the minute before, not about the run");
        yield return new TestCaseData(Alone with { CalibrationMs = 33, CalibrationBestMs = 10 }).SetName("a calibration one frame over thrice its best");
        yield return new TestCaseData(Alone with { WorkMs = 400, WorkBestMs = 390, CalibrationMs = 300, CalibrationBestMs = 290 })
            .SetName("a slow machine that is as slow as ever");
        yield return new TestCaseData(Alone with { Cores = 0 }).SetName("processors that nobody counted are not all taken");
        yield return new TestCaseData(new HostReadings { WorkMs = 0, WorkBestMs = 0, CalibrationMs = 40, CalibrationBestMs = 0 })
            .SetName("a best time of nothing is no measure");
    }

    [TestCaseSource(nameof(Quiet))]
    public void Judgeable(HostReadings readings)
    {
        var state = HostVerdict.Of(readings);
        Assert.That((state.Verdict, state.Reasons), Is.EqualTo((HostState.Quiet, Array.Empty<string>())));
    }

    private static IEnumerable<TestCaseData> Noisy()
    {
        yield return new TestCaseData(Crowded, "other programs used 70 % of the processors, and something waited for a processor 100 % of the time")
            .SetName("a busy program a processor");
        yield return new TestCaseData(
            Crowded with { CpuPressurePercent = null, WaitPercent = 61 },
            "other programs used 70 % of the processors, and the browser waited for a processor 61 % of its time").SetName("the same where the kernel keeps no pressure");
        yield return new TestCaseData(
            Alone with { ForeignCpuPercent = 88, CpuPressurePercent = 30 },
            "other programs used 88 % of the processors and left less than one").SetName("no room for a run that mostly waits for its server");
        yield return new TestCaseData(
            Alone with { OverlappingRuns = 1, CpuPressurePercent = 80 },
            "another run was under way, and something waited for a processor 80 % of the time").SetName("a second run for which there is no room");
        yield return new TestCaseData(
            Alone with { OverlappingRuns = 3, WaitPercent = 82 },
            "3 other runs were under way, and the browser waited for a processor 82 % of its time").SetName("more runs than processors");
        yield return new TestCaseData(
            Alone with { StealPercent = 17.2 }, "the hypervisor gave 17 % of the processors' time to other machines").SetName("stolen time");
        yield return new TestCaseData(
            new HostReadings { WorkMs = 23.4, WorkBestMs = 7.5 }, "a fixed piece of work took 3.1 times its best time behind the run, twice")
            .SetName("a starved machine whose kernel tells nothing");
        yield return new TestCaseData(
            new HostReadings { CalibrationMs = 48, CalibrationBestMs = 12 }, "an interaction with an empty handler took 4 times its best time")
            .SetName("a browser that has become slow");
    }

    [TestCaseSource(nameof(Noisy))]
    public void NotJudgeable(HostReadings readings, string reason)
    {
        var state = HostVerdict.Of(readings);
        Assert.That(state.Verdict, Is.EqualTo(HostState.Noisy));
        Assert.That(state.Reasons.Single(), Is.EqualTo(reason));
    }

    [Test]
    public void EveryReasonIsNamed() =>
        Assert.That(HostVerdict.Of(Crowded with { StealPercent = 12, WorkMs = 90, CalibrationMs = 90 }).Reasons, Has.Count.EqualTo(4));

    [Test]
    public void TheReadingsAreInTheRecordAndTheVerdictIsDerivedFromThemAgain()
    {
        var evidence = new EvidenceBuilder().Clicks().Shows(400).StepBudget("response", 100).Build() with { Host = Crowded };
        var record = Derivation.Of(EvidenceBuilder.Header, evidence);
        Assert.That((record.Status, record.Host!.Verdict, record.Host.CpuPressure), Is.EqualTo((RunStatus.Inconclusive, HostState.Noisy, 100.0)));

        var saved = RunJson.Write(record);
        var read = RunJson.Read(saved);
        Assert.That(RunJson.Write(Derivation.Of(read, read.Evidence!)), Is.EqualTo(saved));
        Assert.That(Derivation.Of(read with { Host = null }, read.Evidence!).Host!.Reasons, Is.EqualTo(record.Host.Reasons));
    }

    [Test]
    public void AReadingThatNoRecordCanHoldIsPutRight()
    {
        var evidence = new RunEvidence { Host = Alone with { WaitPercent = double.NaN, StealPercent = double.PositiveInfinity } };
        Assert.That(() => RunJson.Write(Derivation.Of(EvidenceBuilder.Header, evidence)), Throws.Nothing);
    }
}
