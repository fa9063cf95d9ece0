using Synthetic.Core.Scenarios;
using Synthetic.Scenarios;

namespace Synthetic.Worker.Cli.Scenarios;

/// <summary>What the demo runs where no file is given, so that it works from any folder.</summary>
internal static class DemoScenario
{
    public static Schedule Schedule { get; } = new() { Every = TimeSpan.FromSeconds(10), Jitter = TimeSpan.Zero };

    public static Scenario PlaceOrder { get; } = DeclaredPlaceOrder.At(new Uri("demo://shop")) with { Schedule = Schedule };
}
