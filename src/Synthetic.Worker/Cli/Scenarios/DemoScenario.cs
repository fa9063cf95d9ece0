using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Cli.Scenarios;

/// <summary>What the demo runs where no file is given: three steps that buy something, so that it works from any folder.</summary>
internal static class DemoScenario
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public static Scenario PlaceOrder { get; } = new()
    {
        Name = "place-order",
        BaseUrl = new Uri("demo://shop"),
        Schedule = new Schedule { Every = Every, Jitter = TimeSpan.Zero },
        // A shop on this machine answers in a moment or, broken on purpose, never: nobody is to wait half a minute to see it.
        Timeout = TimeSpan.FromSeconds(10),
        Steps =
        [
            new Step { Index = 0, Name = "Open the shop", Action = StepAction.Goto, Values = ["/"] },
            new Step
            {
                Index = 1,
                Name = "Add to cart",
                Action = StepAction.Click,
                Target = new Locator(LocatorKind.Selector, "#add-to-cart"),
                Expect = new Expectation { Text = "1 item" },
            },
            new Step
            {
                Index = 2,
                Name = "Place order",
                Action = StepAction.Click,
                Target = new Locator(LocatorKind.Role, "button", "Place order"),
                Expect = new Expectation { Visible = new Locator(LocatorKind.Selector, "text=Order confirmed") },
                Budgets = [new Budget("inp", 200), new Budget("response", 1000), new Budget("server.db", 200)],
            },
        ],
    };
}
