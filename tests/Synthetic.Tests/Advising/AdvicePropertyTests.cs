using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Deriving;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Advising;

/// <summary>What holds of advice on any evidence at all.</summary>
public sealed class AdvicePropertyTests
{
    private static readonly string[] Kinds =
    [
        "parallelize", "memoize", "preconnect", "fetch-priority", "break-up-task", "forced-layout", "trim-header", "timing-allow-origin", "server-timing",
    ];

    [Test]
    public void NothingIsPromisedThatAWindowDidNotTake()
    {
        var said = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(RandomEvidence.Any.ToArbitrary(), evidence =>
        {
            foreach (var step in Derivation.Of(EvidenceBuilder.Header, evidence).Steps)
            {
                var longest = step.Interactions
                    .SelectMany(i => new[] { i.Inp?.Culprit is null ? 0 : i.Inp.Ms, i.Response?.Culprit is null ? 0 : i.Response.Ms })
                    .DefaultIfEmpty(0).Max();
                Assert.That(step.Advice, Has.Count.LessThanOrEqualTo(5));
                Assert.That(step.Advice.Select(a => a.SavingMs ?? 0), Is.Ordered.Descending);
                foreach (var advice in step.Advice)
                {
                    Assert.That(advice.SavingMs ?? 20, Is.GreaterThanOrEqualTo(19.9));
                    Assert.That(advice.SavingMs ?? 0, Is.LessThanOrEqualTo(longest));
                    Assert.That(Kinds, Does.Contain(advice.Kind));
                    Assert.That(advice.Text, Has.Length.InRange(20, 600));
                    Assert.That(advice.Text.Any(char.IsControl), Is.False);
                    said++;
                }
            }
        }));
        Assert.That(said, Is.GreaterThan(50), "evidence on which nothing is said would prove nothing");
    }
}
