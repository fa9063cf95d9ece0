using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Tests.Diagnosing;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Tests.Proving;

/// <summary>A record with the values of its replays: the proof follows from it wherever it is read.</summary>
public sealed class ProofRecordTests
{
    private static readonly RunEvidence SlowDatabase = new EvidenceBuilder().Clicks().Fetches(10, 400, "db;dur=350, cache;dur=5").Shows(500).Build();

    [Test]
    public void AProofIsDerivedAgainFromTheRecordByteForByte()
    {
        var json = RunJson.Write(Proven());
        var read = RunJson.Read(json);
        Assert.That(RunJson.Write(Derivation.Of(read, read.Evidence!)), Is.EqualTo(json));
        Assert.That(read.Proof!.Verdicts.Select(v => v.Outcome), Is.EqualTo(new[] { ProofOutcome.Proven }));
        Assert.That(read.Steps[0].Interactions[^1].Response!.Culprit!.Confidence, Is.EqualTo(Confidence.Proven));
        Assert.That(read.Evidence!.Proof!.Steps[0].Arms[2].Runs, Is.EqualTo(new ArmRun[] { new(null, 150.123456789), new(null, 151), new(null, 152), new(null, 153) }));
    }

    [Test]
    public void NamesInTheRecordAreTheContractsOwn()
    {
        var proof = JsonNode.Parse(RunJson.Write(Proven()))!["proof"]!;
        Assert.That(proof["arms"]![1]!.ToJsonString(), Is.EqualTo("""{"name":"control","step":"Place order","runs":4,"responseMs":501.5,"noisy":0}"""));
        Assert.That(proof["effects"]![0]!.ToJsonString(), Is.EqualTo(
            """{"removed":"db","arm":"without db","step":"Place order","responseDeltaMs":-350,"responseCi95":[-352.9,-347],"responsePredictedMs":151.5}"""));
        Assert.That((string?)proof["verdicts"]![0]!["outcome"], Is.EqualTo("proven"));
        Assert.That((string?)proof["verdicts"]![0]!["window"], Is.EqualTo("response"));
    }

    [Test]
    public void EachReadingOfMetricsThatOverlapIsNamedInArmsEffectsAndVerdicts()
    {
        var proven = Proven();
        var step = proven.Evidence!.Proof!.Steps[0];
        ArmRuns Read(MetricReading reading) => step.Arms[2] with { Arm = step.Arms[2].Arm with { Reading = reading } };
        var replay = step with { Arms = [step.Arms[0], step.Arms[1], Read(MetricReading.Beside), Read(MetricReading.Alone)] };
        var record = Derivation.Of(proven, proven.Evidence with { Proof = new ProofEvidence { Steps = [replay] } });
        var json = JsonNode.Parse(RunJson.Write(record))!;
        Assert.That((string?)json["evidence"]!["proof"]!["steps"]![0]!["arms"]![2]!["arm"]!["reading"], Is.EqualTo("beside"));
        Assert.That((string?)json["proof"]!["effects"]![1]!["reading"], Is.EqualTo("alone"));
        Assert.That(json["proof"]!["verdicts"]![0]!["readings"]![0]!.ToJsonString(), Is.EqualTo("""{"reading":"beside","arm":"without db","savedMs":350,"savedCi95":[347,352.9]}"""));
        Assert.That(RunJson.Write(RunJson.Read(json.ToJsonString())), Is.EqualTo(RunJson.Write(record)));
    }

    [TestCase("""{}""")]
    [TestCase("""{"steps":null,"notes":null,"durationMs":-5}""")]
    [TestCase("""{"steps":[null],"notes":[null,"x"],"durationMs":1e999}""")]
    [TestCase("""{"steps":[{"index":0,"name":null,"arms":null,"replay":null,"limits":null}]}""")]
    [TestCase("""{"steps":[{"index":0,"name":"a","arms":[null,{"arm":null}],"limits":[null]}]}""")]
    [TestCase("""{"steps":[{"index":0,"name":"a","arms":[{"arm":{"name":null,"kind":"control"},"runs":null}]}]}""")]
    [TestCase("""{"steps":[{"index":0,"name":"a","arms":[{"arm":{"name":"c","kind":"control"},"runs":[null,{"inpMs":null,"responseMs":1e999},{"inpMs":-1e308,"responseMs":1e308}]},{"arm":{"name":"p","kind":"processor","cpuRate":1e999,"usualCpuRate":-1e999},"runs":[{"inpMs":0,"responseMs":-1e999}],"noisy":2147483647},{"arm":{"name":"q","kind":"processor","cpuRate":2},"runs":[{"inpMs":0,"responseMs":1}],"noisy":2147483647}]}]}""")]
    [TestCase("""{"steps":[{"index":0,"name":"a","arms":[{"arm":{"name":"r","kind":"without-requests","requests":[null,{"method":null,"url":null,"ordinal":-1}]}}],"replay":{"exact":2147483647,"close":-2147483648,"live":-1,"refused":2147483647}},{"index":0,"name":"a","arms":[],"replay":{"exact":2147483647,"close":0,"live":0,"refused":1}}]}""")]
    public void HoleyOrAbsurdEvidenceOfAProofIsReadAndShown(string proof)
    {
        var json = JsonNode.Parse(RunJson.Write(Proven()))!;
        // Text, not nodes: no JSON node holds what is beyond a double.
        json["evidence"]!["proof"] = "HERE";
        var read = RunJson.Read(json.ToJsonString().Replace("\"HERE\"", proof, StringComparison.Ordinal));
        var record = Derivation.Of(read, read.Evidence!);
        var again = RunJson.Write(record);
        Assert.That(RunJson.Write(Derivation.Of(RunJson.Read(again), RunJson.Read(again).Evidence!)), Is.EqualTo(again));
        Assert.That(RunView.Of(record, Screen.Of(80, unicode: true, colour: false)).ToList(), Is.Not.Empty);
        Assert.That(record.Steps[0].Interactions[^1].Response!.Culprit!.Component, Is.EqualTo("db"));
    }

    [Test]
    public void WhateverTheReplaysSayTheRecordStaysOneThatCanBeTrusted()
    {
        var proven = 0;
        var both = from evidence in Gen.Frequency((3, RandomEvidence.Any), (1, Gen.Constant(SlowDatabase))) from proof in RandomProof.Any select (evidence, proof);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(both.ToArbitrary(), x =>
        {
            var record = Derivation.Of(EvidenceBuilder.Header, x.evidence with { Proof = x.proof });
            var json = RunJson.Write(record);
            var read = RunJson.Read(json);
            Assert.That(RunJson.Write(Derivation.Of(read, read.Evidence!)), Is.EqualTo(json));
            var windows = record.Steps.SelectMany(s => s.Interactions).SelectMany(i => new[] { (i.Inp?.Ms, i.Inp?.Culprit), (i.Response?.Ms, i.Response?.Culprit) });
            foreach (var (ms, culprit) in windows.Where(w => w.Item2 is not null))
            {
                Assert.That(culprit!.Ms, Is.InRange(0.0, ms!.Value + 0.1));
                Assert.That(culprit.Share, Is.InRange(0.0, 1.0));
                Assert.That(culprit.Evidence, Is.Not.Empty);
            }
            foreach (var verdict in record.Proof!.Verdicts)
            {
                Assert.That(verdict.SavedCi95 is null || verdict.SavedCi95[0] <= verdict.SavedCi95[1]);
                Assert.That(verdict.Outcome == ProofOutcome.Unsettled || verdict.SavedCi95 is not null);
                proven += verdict.Outcome == ProofOutcome.Unsettled ? 0 : 1;
            }
            foreach (var width in new[] { 50, 120 })
                Assert.That(ProofBlock.Of(record.Proof, Screen.Of(width, unicode: true, colour: false)).Select(l => l.Width), Is.All.LessThanOrEqualTo(width));
        }));
        Assert.That(proven, Is.GreaterThan(0), "evidence that settles nothing would prove nothing");
    }

    /// <summary>A run whose order waited 350 ms for its database, and four replays each that show it.</summary>
    private static RunRecord Proven()
    {
        static ArmRuns Runs(Arm arm, params double[] ms) => new() { Arm = arm, Runs = [.. ms.Select(one => new ArmRun(null, one))] };
        return Derivation.Of(EvidenceBuilder.Header, SlowDatabase with
        {
            Proof = new ProofEvidence
            {
                Steps =
                [
                    new StepReplay
                    {
                        Index = 0,
                        Name = "Place order",
                        Arms =
                        [
                            Runs(ArmPlan.Baseline, 500, 501, 502, 503), Runs(ArmPlan.Control, 500, 501, 502, 503),
                            Runs(new Arm { Name = "without db", Kind = ArmKind.WithoutComponent, Removed = "db" }, 150.123456789, 151, 152, 153),
                        ],
                        Replay = new ReplayCounts(8, 0, 0, 0),
                    },
                ],
                DurationMs = 9000,
            },
        });
    }
}
