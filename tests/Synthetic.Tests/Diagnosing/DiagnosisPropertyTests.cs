using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing;

/// <summary>What holds for any evidence at all; SYNTHETIC_PROPERTY_CASES sets how many are tried.</summary>
public sealed class DiagnosisPropertyTests
{
    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("SYNTHETIC_PROPERTY_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : 500;

    [Test]
    public void EveryTimelineAddsUpAndNoCulpritTakesMoreThanItsWindow() => ForAll(evidence =>
    {
        var steps = Of(evidence).Steps;
        foreach (var inp in steps.SelectMany(s => s.Interactions).Select(i => i.Inp).OfType<InpWindow>())
        {
            AssertWindow(inp.Ms, inp.Timeline, inp.Culprit);
            Assert.That(inp.InputDelayMs + inp.ProcessingMs + inp.PresentationMs, Is.EqualTo(inp.Ms).Within(0.1));
            Assert.That(Math.Min(inp.InputDelayMs, Math.Min(inp.ProcessingMs, inp.PresentationMs)), Is.GreaterThanOrEqualTo(0));
            Assert.That(inp.Ms, Is.GreaterThanOrEqualTo(1), "no time at all is none that anybody measured");
        }
        foreach (var response in steps.SelectMany(s => s.Interactions.Select(i => i.Response).Append(s.Response)).OfType<ResponseWindow>())
            AssertWindow(response.Ms, response.Timeline, response.Culprit);
    });

    [Test]
    public void TheSameEvidenceGivesTheSameRecordAndSoDoesTheWrittenOne() => ForAll(evidence =>
    {
        var json = RunJson.Write(Of(evidence));
        Assert.That(RunJson.Write(Of(evidence)), Is.EqualTo(json));
        var read = RunJson.Read(json);
        Assert.That(RunJson.Write(Derivation.Of(read, read.Evidence!)), Is.EqualTo(json));
    });

    [Test]
    public void CoverageCountsEveryInteractionOnce() => ForAll(evidence =>
    {
        var record = Of(evidence);
        var (driven, observed, estimated, missed) = record.Coverage;
        Assert.That(driven, Is.EqualTo(observed + estimated + missed));
        Assert.That(record.Steps.Sum(s => s.Interactions.Count), Is.LessThanOrEqualTo(observed + estimated));
        Assert.That(record.Steps.SelectMany(s => s.Requests).Select(r => r.Id), Is.Unique);
    });

    private static RunRecord Of(RunEvidence evidence) => Derivation.Of(EvidenceBuilder.Header, evidence);

    private static void ForAll(Action<RunEvidence> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(RandomEvidence.Any.ToArbitrary(), holds));

    private static void AssertWindow(double ms, IReadOnlyList<Segment> timeline, Culprit? culprit)
    {
        Assert.That(ms, Is.GreaterThanOrEqualTo(0));
        var cursor = 0.0;
        foreach (var segment in timeline)
        {
            Assert.That(segment.StartMs, Is.EqualTo(cursor).Within(0.06), "in order, without gap or overlap");
            Assert.That(segment.Ms, Is.GreaterThan(0));
            Assert.That(segment.Components?.Sum(c => c.Ms) ?? 0, Is.LessThanOrEqualTo(segment.Ms + (0.051 * (segment.Components?.Count ?? 0))));
            cursor = segment.StartMs + segment.Ms;
        }
        Assert.That(timeline.Sum(s => s.Ms), Is.EqualTo(ms).Within(0.1));
        if (culprit is null)
            return;
        Assert.That(ms, Is.GreaterThan(100));
        Assert.That(culprit.Share, Is.InRange(0.0, 1.0));
        Assert.That(culprit.Ms, Is.InRange(0.0, ms + 0.1));
        Assert.That(culprit.Evidence, Is.Not.Empty);
    }
}
