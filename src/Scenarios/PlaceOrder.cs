using Synthetic.Browser.Scripting;
using Synthetic.Core.Scenarios;

namespace Synthetic.Scenarios;

/// <summary>Buys one thing in the shop: the model to copy for scenarios of your own.</summary>
public sealed class PlaceOrder : IScenarioScript
{
    /// <inheritdoc />
    public async Task RunAsync(IScenarioSteps steps, CancellationToken ct)
    {
        await steps.StepAsync("Open the shop", page => page.GotoAsync(steps.BaseUrl!.ToString()));

        await steps.StepAsync(
            "Add to cart",
            page => page.ClickAsync("#add-to-cart"),
            new Expectation { Text = "1 item" });

        await steps.StepAsync(
            "Place order",
            page => page.ClickAsync("#place-order"),
            new Expectation { Visible = new Locator(LocatorKind.Text, "Order confirmed") },
            new Budget("inp", 200), new Budget("response", 1000));
    }
}
