using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Windows;

public sealed class UnreportedWorkTests
{
    [TestCase(90, SegmentKind.Idle, Description = "what the driver asks of any page")]
    [TestCase(200, SegmentKind.Idle)]
    [TestCase(240, SegmentKind.Unattributed)]
    [TestCase(290, SegmentKind.Unattributed)]
    [TestCase(310, SegmentKind.Script)]
    [TestCase(390, SegmentKind.Script)]
    [TestCase(900, SegmentKind.Unattributed, Description = "more than fits into the gap: some of it was elsewhere")]
    public void AGapOf300MsIsWhatTheCountersSayOfIt(double taskMs, SegmentKind expected) =>
        Assert.That(Of(taskMs, 1).In(300).Kind, Is.EqualTo(expected));

    [Test]
    public void WhatALongFrameShowsIsNotCountedAgain() =>
        Assert.That(Of(390, 1, new LongFrame(100, 280, 0, 0, 230, null, [])).In(300).Kind, Is.EqualTo(SegmentKind.Idle));

    [Test]
    public void OfSeveralInteractionsNobodySaysWhichOneTheWorkWasIn() =>
        Assert.That(Of(390, 2).In(300).Kind, Is.EqualTo(SegmentKind.Idle));

    private static UnreportedWork Of(double taskMs, int interactions, params LongFrame[] frames) => UnreportedWork.Of(
        new StepEvidence { Index = 0, Name = "go", Action = "click", MainThread = new MainThreadTime(taskMs, 0, 0, 0) }, frames, interactions);
}
