using Synthetic.Core.Records;

namespace Synthetic.Tests.Records;

internal sealed class LostInputTests
{
    [TestCase(null, null, null, "nothing in the page listens to clicks on #buy")]
    [TestCase(null, 1790.0, null, "nothing listened to this click: the page was not interactive yet, its scripts ended 1.8 s later")]
    [TestCase(1810.0, 790.0, null, "nothing listened to this click: the page was not interactive yet, its scripts ended 790 ms later, and a listener came 1.8 s later")]
    [TestCase(300.0, null, null, "nothing listened to this click: the page was not interactive yet, a listener came 300 ms later")]
    [TestCase(null, 790.0, true, "nothing listened to this click: the page was not interactive yet, its scripts were still on their way when the step ended")]
    public void ItSaysWhatIsKnownOfThePage(double? heard, double? scripts, bool? pending, string said) =>
        Assert.That(new LostInput { HeardMs = heard, ScriptsEndedMs = scripts, ScriptsPending = pending }.Say("pointer", "#buy"), Is.EqualTo(said));

    [Test]
    public void AKeyIsCalledOne() => Assert.That(new LostInput().Say("keyboard", null), Is.EqualTo("nothing in the page listens to keys on this element"));
}
