using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Progress;

namespace Synthetic.Tests.Terminal.Progress;

internal sealed class LiveStepsTests
{
    private static readonly Scenario Shop = new()
    {
        Name = "shop",
        Steps =
        [
            new Step { Index = 0, Name = "Open", Action = StepAction.Goto },
            new Step { Index = 1, Name = "Buy", Action = StepAction.Click },
        ],
    };

    [Test]
    public void StepsTickThemselvesOff()
    {
        var steps = new LiveSteps(Shop, Screen.Of(80, unicode: true, colour: false));
        Assert.That(Text(steps), Is.EqualTo("▸ shop\n  · Open\n  · Buy"));
        steps.Report(new StepProgress("shop", 0, 2, "Open", null));
        Assert.That(Text(steps), Is.EqualTo("▸ shop\n  ▸ Open\n  · Buy"));
        steps.Report(new StepProgress("shop", 0, 2, "Open", StepStatus.Passed));
        steps.Report(new StepProgress("shop", 1, 2, "Buy", StepStatus.Failed));
        Assert.That(Text(steps), Is.EqualTo("▸ shop\n  ✓ Open\n  ✗ Buy"));
    }

    [Test]
    public void ASecondTryStartsOver()
    {
        var steps = new LiveSteps(Shop, Screen.Of(80, unicode: true, colour: false));
        steps.Report(new StepProgress("shop", 1, 2, "Buy", StepStatus.Failed));
        steps.Report(new StepProgress("shop", 0, 2, "Open", null));
        Assert.That(Text(steps), Is.EqualTo("▸ shop\n  ▸ Open\n  · Buy"));
    }

    private static string Text(LiveSteps steps) => string.Join('\n', steps.Lines());
}
