using Synthetic.Core.Records;

namespace Synthetic.Tests.Diagnosing;

/// <summary>What is typed key by key is one thing for a person.</summary>
public sealed class TypedKeysTests
{
    [Test]
    public void TheSlowestKeyIsNamedByWhatItTypedAndItsNumber()
    {
        var typing = Typed("abc", 24, 480, 32).Record().Steps[0].Typing!;
        Assert.That(typing, Is.EqualTo(new Typing { Keys = 3, Text = "abc", Slowest = new TypedKey(2, 1, "b", 480) }));
        Assert.That(typing.Say(), Is.EqualTo("type \"abc\", slowest key b (2 of 3)"));
    }

    [Test]
    public void KeysThatTypeNothingToBeSeenHaveNames() =>
        Assert.That(Typed(" é\n", 24, 480).Record().Steps[0].Typing!.Say(), Does.EndWith(", slowest key Enter (2 of 2)"), "é has no key of its own, and makes no interaction");

    [TestCase("***")]
    [TestCase("ab***")]
    [TestCase(null)]
    public void NothingIsSaidOfWhatIsSecret(string? text)
    {
        var typing = Typed(text, 24, 480, 32).Record().Steps[0].Typing!;
        Assert.That((typing.Text, typing.Slowest!.Key), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(typing.Say(), Is.EqualTo("type 3 keys, slowest key (2 of 3)"));
    }

    [Test]
    public void WhereThereWereOtherKeysTooNoneIsNamed() =>
        Assert.That(Typed("ab", 24, 480, 32).Record().Steps[0].Typing!.Slowest, Is.EqualTo(new TypedKey(2, 1, null, 480)));

    [Test]
    public void OfAnotherActionAndOfASingleKeyNothingIsSaid()
    {
        Assert.That(Typed("a", 24).Record().Steps[0].Typing, Is.Null);
        Assert.That(Typed("abc", 24, 480, 32).Step(s => s with { Action = "press" }).Record().Steps[0].Typing, Is.Null);
    }

    // Keys come at 1,010, 1,030 and 1,050.
    [TestCase(1035, 1052, 2, TestName = "A result that was there before the last key came belongs to the one before, though its paint came after it")]
    [TestCase(1055, 1060, 3, TestName = "A result after the last key that nothing was asked for belongs to the last key")]
    public void TheResponseBelongsToTheKeyThatCausedIt(double changed, double painted, int key)
    {
        var step = Typed("abc", 24, 24, 24).Step(s => s with { Expects = true, ExpectationChangedMs = changed, ExpectationPaintedMs = painted }).Record().Steps[0];
        Assert.That((step.Typing!.Answered!.Number, step.Typing.Answered.Ms), Is.EqualTo((key, painted - 1010 - (20 * (key - 1)))));
        Assert.That(step.Interactions.Select(i => i.Response is not null), Is.EqualTo(Enumerable.Range(1, 3).Select(n => n == key)), "and to no other");
    }

    [TestCase(22, 60, 2, TestName = "The key asked that began before its request")]
    [TestCase(45, 60, 3, TestName = "The last key asked, where its request began after it")]
    [TestCase(2, 20, 3, TestName = "What had been answered before the last key came was not waited for")]
    public void WhoAskedIsAnswered(double from, double wait, int key)
    {
        var step = Typed("abc", 24, 24, 24).Fetches(from, wait).Step(s => s with { Expects = true, ExpectationChangedMs = 1010 + Math.Max(48, from + wait + 6), ExpectationPaintedMs = 1130 }).Record().Steps[0];
        Assert.That(step.Typing!.Answered, Is.EqualTo(new TypedKey(key, key - 1, $"{"abc"[key - 1]}", 1130 - 1010 - (20 * (key - 1)))));
        Assert.That(step.Typing.Say(), Does.EndWith($", answered key {"abc"[key - 1]} ({key} of 3)"));
    }

    private static EvidenceBuilder Typed(string? text, params double[] inps)
    {
        var built = new EvidenceBuilder().Step(s => s with { Action = "type", Typed = text, DrivenInteractions = inps.Length });
        foreach (var (ms, i) in inps.Select((ms, i) => (ms, i)))
            built.Clicks(delay: 1, handlers: ms - 11, paint: 10, at: EvidenceBuilder.Click + (20 * i), id: 7 + i, name: "keydown");
        return built;
    }
}
