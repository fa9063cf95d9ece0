using Synthetic.Browser.Driving;
using Synthetic.Core.Evidence;

namespace Synthetic.Tests.Browser.Driving;

/// <summary>What of typed text is kept: only what was seen to go where it shows.</summary>
[Parallelizable]
public sealed class HiddenTextTests
{
    [Test]
    public void TextWhoseKeysWereSeenInAFieldThatShowsItIsKept() =>
        Assert.That(Typed(Key(1100)), Is.EqualTo("hunter2"));

    [Test]
    public void TextThatWentIntoAPasswordFieldIsLeftOut() =>
        Assert.That(Typed(Key(1100), Key(1150) with { Hidden = true }), Is.Null);

    [Test]
    public void TextOfAStepThatPressedNoKeyIsLeftOut() =>
        Assert.That(Typed(), Is.Null, "the element was not found, or no key makes its characters");

    [Test]
    public void KeysOfAnotherStepSayNothing() =>
        Assert.That(Typed(Key(5000)), Is.Null);

    private static string? Typed(params InputNote[] inputs)
    {
        var step = new StepEvidence { Index = 0, Name = "type", Action = "type", Typed = "hunter2", FromMs = 1000, DurationMs = 500 };
        return HiddenText.LeftOut([step], [new DocumentEvidence { Id = "d", Inputs = inputs }]).Single().Typed;
    }

    private static InputNote Key(double at) => new(1, "keydown", at, at, at, at, null);
}
