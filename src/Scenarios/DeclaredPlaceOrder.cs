using Synthetic.Core.Scenarios;

namespace Synthetic.Scenarios;

/// <summary>The same purchase as <see cref="PlaceOrder"/>, declared step by step as a scenario file does it.</summary>
public static class DeclaredPlaceOrder
{
    /// <summary>The scenario for a shop.</summary>
    /// <param name="shop">The shop's address.</param>
    public static Scenario At(Uri shop) => new()
    {
        Name = "place-order",
        BaseUrl = shop,
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
