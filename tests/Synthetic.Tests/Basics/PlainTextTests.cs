using Synthetic.Core.Basics;

namespace Synthetic.Tests.Basics;

internal sealed class PlainTextTests
{
    [TestCase("short", "short")]
    [TestCase("sixsix", "sixsix")]
    [TestCase("sevenfold", "sevenf…")]
    [TestCase("fives🙂", "fives…", Description = "no half of a character that takes two places")]
    [TestCase("four🙂s", "four🙂…")]
    public void ATextIsCutBetweenCharacters(string text, string cut) => Assert.That(PlainText.Cut(text, 6), Is.EqualTo(cut));
}
