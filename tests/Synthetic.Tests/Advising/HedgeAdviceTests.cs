using Synthetic.Core.Advising;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Advising;

/// <summary>A tail needs runs to be seen in, and more than one of them.</summary>
public sealed class HedgeAdviceTests
{
    [Test]
    public void ATailIsSaidWithItsRuns()
    {
        var advice = HedgeAdvice.Of(Runs([40, 41, 39, 40, 42, 38, 40, 40, 400, 420])).Single();
        Assert.That(advice.Kind, Is.EqualTo("hedge"));
        Assert.That(advice.SavingMs, Is.EqualTo(400 - 81).Within(2));
        Assert.That(advice.Text, Does.StartWith(
            "Send GET shop.example/api/price a second time where no answer has come after 40 ms, and take the first that comes: "
            + "over 10 runs its median was 40 ms, 2 of 10 took 400 ms or more, and with the second about 8"));
    }

    [Test]
    public void FromTwentyRunsOnItIsAPercentile() =>
        Assert.That(HedgeAdvice.Of(Runs([.. Enumerable.Repeat(40, 17), 400, 400, 400])).Single().Text, Does.Contain("its 95th percentile 400 ms"));

    [TestCase(40, 40, 40, 40, 40, 400, 400, TestName = "seven runs are too few")]
    [TestCase(40, 40, 40, 40, 40, 40, 40, 40, 400, TestName = "one slow run is an accident")]
    [TestCase(40, 45, 50, 55, 60, 70, 80, 90, 100, TestName = "times that differ are no tail")]
    [TestCase(4, 4, 4, 4, 4, 4, 4, 4, 40, 40, TestName = "a few milliseconds are not worth a request")]
    [TestCase(400, 400, 400, 400, 400, 400, 400, 400, 400, TestName = "what is always slow has no tail")]
    public void NothingIsSaid(params int[] ms) => Assert.That(HedgeAdvice.Of(Runs(ms)), Is.Empty);

    [Test]
    public void AWriteIsNeverSentTwice() => Assert.That(HedgeAdvice.Of(Runs([40, 40, 40, 40, 40, 40, 40, 40, 400, 400], method: "POST")), Is.Empty);

    [Test]
    public void WhatNobodyWaitedForNeedsNoSecond() =>
        Assert.That(HedgeAdvice.Of(Runs([40, 40, 40, 40, 40, 40, 40, 40, 400, 400], awaited: false)), Is.Empty);

    [Test]
    public void TheTailOfABusyMachineIsItsOwn() =>
        Assert.That(HedgeAdvice.Of([.. Runs([40, 40, 40, 40, 40, 40, 40, 40, 400, 400]).Select((r, i) => i < 8 ? r : r with { Host = new HostState { Verdict = "noisy" } })]), Is.Empty);

    [Test]
    public void SeveralInOneRunCountOnce()
    {
        var run = Runs([40])[0];
        var step = run.Steps[0];
        var many = run with { Steps = [step with { Requests = [.. Enumerable.Repeat(step.Requests[0], 10), step.Requests[0] with { TtfbMs = 400 }] }] };
        Assert.That(HedgeAdvice.Of([.. Enumerable.Repeat(many, 7)]), Is.Empty);
    }

    private static IReadOnlyList<RunRecord> Runs(int[] ms, string method = "GET", bool awaited = true) => [.. ms.Select(m => EvidenceBuilder.Header with
    {
        Steps =
        [
            new StepResult
            {
                Index = 0,
                Name = "Look",
                Action = "click",
                Status = StepStatus.Passed,
                Requests = [new RequestResult { Id = 3, Method = method, Url = $"https://shop.example/api/price?at={m}", Initiator = "fetch", Status = 200, TtfbMs = m - 1, DownloadMs = 1 }],
                Interactions =
                [
                    new InteractionResult
                    {
                        Type = "pointer",
                        Response = new ResponseWindow { Ms = m + 10, Timeline = [new Segment { Kind = SegmentKind.Server, Ms = m, RequestId = awaited ? 3 : 4 }] },
                    },
                ],
            },
        ],
    })];
}
