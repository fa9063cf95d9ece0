using Synthetic.Browser.Driving;
using Synthetic.Core.Evidence;

namespace Synthetic.Tests.Browser.Driving;

public sealed class StepLogTests
{
    [Test]
    public void AClosedLogTakesNoMoreSteps()
    {
        var log = new StepLog();
        log.Add(Step(0));
        var steps = log.Close();
        log.Add(Step(1));

        Assert.That(steps, Has.Count.EqualTo(1));
        Assert.That(log.Close(), Has.Count.EqualTo(1));
    }

    private static StepEvidence Step(int index) => new() { Index = index, Name = "step", Action = "click" };
}
