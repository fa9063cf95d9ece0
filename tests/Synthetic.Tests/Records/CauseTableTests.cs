using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Records;

/// <summary>A member that a table leaves out does not compile; what compiles still has to hold together.</summary>
public sealed class CauseTableTests
{
    [Test]
    public void EveryKindOfCulpritComesFromSomeStretchOfATimeline() =>
        Assert.That(
            Enum.GetValues<SegmentKind>().Select(kind => Cause.Of(new Segment { Kind = kind }).Kind).Distinct(),
            Is.EquivalentTo(Enum.GetValues<CulpritKind>()));

    [TestCaseSource(nameof(Causes))]
    public void ACausesEntryAgreesWithTheTimeline(Cause cause)
    {
        var entry = CauseTable.Of(cause);
        Assert.That(Cause.Of(new Segment { Kind = entry.DrawnAs }).Kind, Is.EqualTo(cause.Kind), "it is drawn as what it comes from");
        Assert.That(entry.Name is null, Is.EqualTo(cause.Kind == CulpritKind.Unknown), "only nobody has no name");
        Assert.That(entry.Subject, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Causes))]
    public void WhatItsArmSavesPointsBackToTheCause(Cause cause)
    {
        var entry = CauseTable.Of(cause);
        if (entry.DecidedBy is not { } kind || cause.NamesNobody || cause.Kind == CulpritKind.Rendering)
            return;
        Assert.That(Cause.PointedToBy(new Arm { Name = "arm", Kind = kind, Removed = cause.Component }), Is.EqualTo(cause));
    }

    [Test]
    public void EveryStretchHasATextureOfItsOwn()
    {
        var entries = Enum.GetValues<SegmentKind>().Select(SegmentTable.Of).ToArray();
        Assert.That(entries.Select(entry => entry.Texture), Is.Unique);
        Assert.That(entries.Select(entry => entry.AsciiTexture), Is.Unique);
        Assert.That(entries.Select(entry => entry.Word), Is.Unique);
    }

    private static IEnumerable<Cause> Causes() =>
        Enum.GetValues<SegmentKind>().Select(kind => Cause.Of(new Segment { Kind = kind })).Append(Cause.Redirect).Append(new(CulpritKind.Backend, "db")).Distinct();
}
